import { join } from 'node:path';
import { runProcess } from '../measure/run-process.js';
import { spreadOf, spreadText, type Spread } from '../measure/statistics.js';
import type { Part } from './part.js';

interface OneCompile {
  readonly ms: number;
  /** More than the time: some of it happens beside (JIT, garbage). */
  readonly cpuMs: number;
  readonly operations: number;
}

interface CompileTimes {
  readonly importMs: number;
  readonly cold: OneCompile;
  readonly warm: OneCompile;
}

const limitMs = 500;

/** Reading, checking and compiling the contract: the first time in a process, and once more in the same one. */
export const contractCompile: Part = {
  name: 'contract-compile',
  measure: async ({ quick, root, env }) => {
    const rounds: CompileTimes[] = [];
    for (let round = 0; round < (quick ? 3 : 9); round += 1) {
      const script = join(root, 'dist/bench/workers/compile-process.js');
      const { exitCode, stdout, stderr } = await runProcess({ file: process.execPath, args: [script], cwd: root, env });
      if (exitCode !== 0) throw new Error(stderr);
      rounds.push(JSON.parse(stdout) as CompileTimes);
    }
    const of = (member: (times: CompileTimes) => number) => spreadOf(rounds.map(member));
    const cold = of((times) => times.cold.ms);
    const row = (what: string, ms: Spread, cpu: string) => [what, spreadText(ms), cpu];
    return {
      title: 'Contract compile',
      headings: ['What', 'Wall, ms', 'CPU, ms'],
      rows: [
        row(
          'loading our modules and ajv',
          of(({ importMs }) => importMs),
          '',
        ),
        row(
          'cold: first read, check and compile of all validators in a process',
          cold,
          spreadText(of((times) => times.cold.cpuMs)),
        ),
        row(
          'warm: the same again in that process',
          of(({ warm }) => warm.ms),
          spreadText(of(({ warm }) => warm.cpuMs)),
        ),
      ],
      notes: [`${String(rounds[0]?.cold.operations)} operations, every validator compiled; a process per round.`],
      promises: [
        {
          what: 'contract compile, cold',
          promised: `under ${limitMs} ms`,
          measured: `${spreadText(cold)} ms`,
          kept: cold.median < limitMs,
        },
      ],
    };
  },
};
