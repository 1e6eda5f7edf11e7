import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GateDecision } from '../verdict/decide.js';
import type { JobDone } from './job.js';

/** How a command of the harness ended, as the battery looks at it. */
export interface Ending {
  readonly exitCode: number;
  /** `none` where no run was decided. */
  readonly decision: string;
  /** Coded errors, the reason of the decision, and what stands against each step of the gate. */
  readonly said: readonly string[];
}

/** Sentences are kept to this many characters; the first words tell what it is. */
const longest = 240;

/** Reads the ending of a command from what it printed and, where it decided a run, from the gate of the pack in `reports`. */
export async function endingOf({ exitCode, stderr }: JobDone, reports: string): Promise<Ending> {
  const errors = stderr.split('\n').filter((line) => /^[A-Z]{3}-\d{3}: /.test(line));
  const file = join(reports, 'latest/results/gate.json');
  if (!existsSync(file)) return { exitCode, decision: 'none', said: errors.map(short) };
  const gate = JSON.parse(await readFile(file, 'utf8')) as Pick<GateDecision, 'decision' | 'why' | 'steps'>;
  const against = gate.steps.filter(({ outcome }) => outcome === 'failed').flatMap(({ items }) => items);
  return { exitCode, decision: gate.decision, said: [...errors, gate.why, ...against].map(short) };
}

function short(sentence: string): string {
  return sentence.slice(0, longest);
}
