// Takes every guard of schemas/self/guards.yaml out of a copy of the build, one after the other, and shows that the item of
// the fail-closed battery it stands for turns red; each item is shown to hold with all guards first. Prints a table. Needs a
// build. Ends with 1 when an item does not hold, or holds without its guard. Arguments are words of items: npm run guards -- shard
import { loadGuards } from '../dist/support/fail-closed/testing/guards.js';
import { tryItems } from '../dist/support/fail-closed/testing/try-guard.js';

const words = process.argv.slice(2);
const all = await loadGuards();
const guards = all.filter(({ item }) => words.length === 0 || words.some((word) => item.includes(word)));
if (guards.length === 0) throw new Error('no item has such a word');
const say = (line) => process.stdout.write(`${line}\n`);
const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').slice(0, 160);
const ended = (ending) =>
  ending === null ? 'the harness under test broke' : `exit ${ending.exitCode}, ${ending.decision}`;

say('| item | decision | exit | says | guard | where | without it | red |');
say('|---|---|---|---|---|---|---|---|');
const items = await tryItems(['--tags', '@self and @fail-closed'], null);
let failures = 0;
for (const guard of guards) {
  const whole = items.get(guard.scenario);
  const bare = (await tryItems(['--scenario', guard.scenario], guard)).get(guard.scenario);
  if (whole === undefined || bare === undefined) throw new Error(`${guard.scenario} has no result`);
  const red = !bare.held;
  if (!whole.held || !red) failures += 1;
  const { decision, exitCode } = whole.ending ?? { decision: whole.reason, exitCode: '-' };
  const kept = whole.held ? exitCode : `${exitCode} (DOES NOT HOLD)`;
  const where = `${guard.file}: \`${guard.text}\``;
  const row = [guard.item, decision, kept, whole.says, guard.guard, where, ended(bare.ending), red ? 'yes' : 'NO'];
  say(`| ${row.map(cell).join(' | ')} |`);
}
say(`${guards.length - failures} of ${guards.length} items hold, and turn red without their guard`);
process.exitCode = failures === 0 ? 0 : 1;
