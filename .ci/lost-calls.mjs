// Loses the first writing call of every scenario, then the second, and so on, in every way a call is lost between client and
// platform, and counts what is held against the target for it: nothing may be. Needs a build; takes ten minutes.
//   node .ci/lost-calls.mjs [--losses NAME,...] [--calls writing|reading] [--from 1] [--to 12] [--tags EXPR] [--processes 4]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../dist/support/config/system-clock.js';
import { forkWorker } from '../dist/support/mutation/crew/fork-worker.js';
import { lossNames } from '../dist/support/mutation/lost/losses.js';

const { values } = parseArgs({
  options: {
    losses: { type: 'string', default: lossNames.join() },
    calls: { type: 'string', default: 'writing' },
    from: { type: 'string', default: '1' },
    to: { type: 'string', default: '12' },
    tags: { type: 'string' },
    processes: { type: 'string', default: '4' },
  },
});
const wanted = values.losses.split(',');
const unknown = wanted.filter((name) => !lossNames.includes(name));
if (unknown.length > 0) throw new Error(`no such loss: ${unknown.join()}; there are ${lossNames.join()}`);
if (!['writing', 'reading'].includes(values.calls)) throw new Error('--calls is writing or reading');

const orders = wanted.flatMap((loss) =>
  Array.from({ length: Number(values.to) - Number(values.from) + 1 }, (_, index) => ({
    ...{ loss, call: Number(values.from) + index, calls: values.calls, tags: values.tags ?? null },
  })),
);
const folder = await mkdtemp(join(tmpdir(), 'axys-lost-'));
let [tried, lost, accused] = [0, 0, 0];
async function work() {
  const worker = forkWorker({ folder, seed: 1 }, systemClock);
  try {
    for (let order = orders.shift(); order !== undefined; order = orders.shift()) {
      const run = await worker.lose(order);
      [tried, lost, accused] = [tried + 1, lost + run.lost, accused + run.accusations.length];
      say(`${order.loss}, ${order.calls} call ${order.call}: exit ${run.exitCode}, ${run.lost} lost`);
      for (const accusation of run.accusations) say(`  ACCUSED ${accusation}`);
    }
  } finally {
    await worker.end();
  }
}
try {
  await Promise.all(Array.from({ length: Number(values.processes) }, work));
} finally {
  await rm(folder, { recursive: true, force: true });
}
say(`${tried} runs, ${lost} calls lost, ${accused} accusations`);
process.exitCode = accused === 0 && lost > 0 ? 0 : 1;

function say(text) {
  process.stdout.write(`${text}\n`);
}
