import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { runProcess } from '../measure/run-process.js';
import type { Part } from './part.js';

/** What `bench/pack-memory.mjs --json` prints; a part that failed is null. */
interface LongPack {
  readonly scenarios: number;
  readonly exchanges: number;
  readonly limitMb: number;
  readonly parts: readonly ({ readonly name: string; readonly peakMb: number; readonly seconds: number } | null)[];
}

/** Exchanges the pack has to have at least. */
const wanted = 50_000;

/** Sealing and verifying a pack of a very long run. */
export const longPack: Part = {
  name: 'pack',
  measure: async ({ quick, folder, root, env, say }) => {
    const cli = join(root, 'dist/support/cli/axys-certify.js');
    const run = { file: process.execPath, args: ['--', cli, 'run', '--seed', '7', '--out', folder], cwd: root, env };
    const made = await runProcess(run);
    if (made.exitCode !== 0) throw new Error(`the run to repeat ended with ${String(made.exitCode)}`);
    const latest = await realpath(join(folder, 'latest'));
    const lines = (await readFile(join(latest, 'exchanges/exchanges.ndjson'), 'utf8')).split('\n').length - 1;
    const times = quick ? 2 : Math.ceil(wanted / lines);
    say(`${times} times the matrix: sealing and verifying take some minutes`);
    const args = [join(root, 'bench/pack-memory.mjs'), latest, String(times), '--without-folder', '--json'];
    const { stdout, stderr } = await runProcess({ ...run, args });
    if (stdout === '') throw new Error(stderr);
    const { scenarios, exchanges, limitMb, parts } = JSON.parse(stdout) as LongPack;
    // A part that failed is a missed promise on the page, and its reason is told here.
    if (parts.includes(null)) say(stderr.slice(-2000));
    const whole = parts.flatMap((part) => (part === null ? [] : [part]));
    return {
      title: 'Pack of a long run',
      headings: ['What', 'Scenarios', 'Exchanges', 'Time, s', 'Peak memory, MB'],
      rows: whole.map(({ name, seconds, peakMb }) => [
        name,
        ...[scenarios, exchanges, seconds, peakMb].map((count) => count.toLocaleString('en-US')),
      ]),
      notes: [
        'The scenarios of a finished run repeated, each copy with features, exchanges and objects of its own; each part in a process of its own. Sealing reads the results back first, which no run does.',
      ],
      promises: [
        {
          what: `peak memory of sealing and verifying ${exchanges.toLocaleString('en-US')} exchanges`,
          promised: `at most ${limitMb} MB`,
          measured: whole.length === parts.length ? whole.map(({ peakMb }) => `${peakMb} MB`).join(', ') : 'failed',
          kept: whole.length === parts.length && whole.every(({ peakMb }) => peakMb <= limitMb),
        },
      ],
    };
  },
};
