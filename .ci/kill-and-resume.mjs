// Kills runs of the whole matrix at random moments, resumes each, and compares what is there with a run nobody stopped.
//   node .ci/kill-and-resume.mjs [--kills 10] [--seed 1] [--tags EXPR] [--in-a-row 4]
// Needs a build. Ends with 1 when a scenario is missing, an object was made twice, or a resumed run ends in a rejection.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { KillTrial } from '../dist/support/cli/test-kit/kill-trial.js';
import { createRandom } from '../dist/support/runner/random.js';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    tags: { type: 'string' },
    'in-a-row': { type: 'string', default: '4' },
  },
});
const random = createRandom(Number(values.seed));
const cwd = await mkdtemp(join(tmpdir(), 'axys-kill-'));
const trial = await KillTrial.start(cwd, values.tags === undefined ? [] : ['--tags', values.tags]);
const problems = [];
try {
  const begun = Date.now();
  const whole = await trial.whole();
  const lasted = Date.now() - begun;
  say(`nobody stopped it: exit ${whole.code}, ${whole.verdicts.size} scenarios, ${total(whole)} objects, ${lasted} ms`);
  const moments = Array.from({ length: Number(values.kills) }, () => [Math.round(random() * lasted * 0.9)]);
  moments.push(Array.from({ length: Number(values['in-a-row']) }, () => Math.round(2000 + (random() * lasted) / 3)));
  for (const [index, waits] of moments.entries()) {
    const run = await trial.killedAfter(waits, index % 2 === 0);
    const found = compare(whole, run);
    problems.push(...found);
    const unlike = [...run.verdicts].filter(([, verdict]) => !verdict.startsWith('pass'));
    say(
      `killed after ${waits.join(', ')} ms${run.quicker ? ' (quicker than the kill)' : ''}: exit ${run.code}, ${run.verdicts.size} scenarios, ${total(run)} objects, ${found.length} problems`,
    );
    if (run.code !== 0) say(`    ${run.printed.match(/^Why: .*$/m)?.[0] ?? run.printed}`);
    for (const [id, verdict] of unlike) say(`    ${id}: ${verdict}`);
    for (const line of run.journal.filter((text) => text.includes('"lost-answer"') || text.includes('"resumed"'))) {
      say(`    ${line}`);
    }
    for (const problem of found) say(`  PROBLEM ${problem}`);
  }
} finally {
  await trial.close();
  await rm(cwd, { recursive: true, force: true });
}
process.exitCode = problems.length === 0 ? 0 : 1;

function compare(whole, run) {
  const missing = [...whole.verdicts.keys()].filter((id) => !run.verdicts.has(id));
  const twice = [...run.objects].filter(([key, count]) => count > (whole.objects.get(key) ?? 0));
  return [
    ...(run.code === 0 || run.code === 2 ? [] : [`exit ${run.code}: ${run.printed}`]),
    ...(run.unsound === null ? [] : [run.unsound]),
    ...missing.map((id) => `${id} has no result`),
    ...(whole.rows.join() === run.rows.join() ? [] : ['the rows differ']),
    ...twice.map(([key, count]) => `${count} times ${key}`),
  ];
}

function total(run) {
  return [...run.objects.values()].reduce((sum, count) => sum + count, 0);
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
