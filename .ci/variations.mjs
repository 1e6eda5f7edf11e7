// Every legal variation of schemas/axys-v2/legal-variations.yaml on its own against the rows that meet it, then the likeliest
// of them over the whole matrix at a slow pace: the decision has to stay positive and each has to show. Takes eight minutes;
// arguments limit it to ids that begin with them. npm run variations [-- ID...]
import { loadVariations } from '../dist/support/emulator/variations/variation-catalogue.js';
import { runVaried, slowly } from '../dist/support/cli/test-kit/variation-run.js';

const beginnings = process.argv.slice(2);
const all = await loadVariations();
const entries = all.filter(
  ({ id }) => beginnings.length === 0 || beginnings.some((beginning) => id.startsWith(beginning)),
);
if (entries.length === 0) throw new Error('no variation begins like that');
const say = (line) => process.stdout.write(`${line}\n`);

let alarms = 0;
async function attempt(name, entries, more) {
  const { run, problems } = await runVaried(entries, more);
  if (problems.length > 0) alarms += 1;
  const changes = entries.map(({ id }) => run.altered.get(id) ?? 0).reduce((sum, count) => sum + count, 0);
  say(`${problems.length === 0 ? 'positive' : 'ALARM   '} ${name} (${run.decision}, ${changes} changes)`);
  for (const problem of problems) say(`  ${problem}`);
}

for (const entry of entries) await attempt(entry.id, [entry], {});
if (beginnings.length === 0) {
  const usual = all.filter(({ company }) => company === 'usual');
  await attempt('whole matrix with the likeliest', usual, { ...slowly, tags: undefined });
}
say(`${entries.length} variations, ${alarms} false alarms`);
process.exitCode = alarms === 0 ? 0 : 1;
