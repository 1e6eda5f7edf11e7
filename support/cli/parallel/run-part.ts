import { rm } from 'node:fs/promises';
import { openPack } from '../../evidence/verify/open-pack.js';
import { isClosed } from '../../runner/resume/ended-run.js';
import { leftRun } from '../../runner/resume/left-run.js';
import { exitCode } from '../../messages/exit-code.js';
import { runOfWorker, workerReports, type ParallelState } from './parallel-state.js';
import type { StartWorker } from './spawn-worker.js';

/** Exit codes with which a worker has not begun, or must not go on: then no other worker does either. */
const refusals: ReadonlySet<number> = new Set<number>([exitCode.usage, exitCode.refused, exitCode.configuration]);

/** What parts of a run are run with. */
export interface Parts {
  readonly reports: string;
  readonly state: ParallelState;
  readonly start: StartWorker;
  readonly interrupted: AbortSignal;
  /** Shows a line of a worker. */
  readonly tell: (index: number, line: string) => void;
}

/** How a part ended: with a pack, without one that can be merged, or refused with this exit code. */
export type PartEnd = 'sealed' | 'lost' | { readonly refused: number };

/** Tries of a part: a worker that was killed leaves a record that the second goes on with. */
const tries = 2;

/** The line with which a shard says what it is; from then on a worker stops in order. */
const ready = /^Shard \d+ of \d+:/;

/** Runs one part of a run in a worker of its own, or goes on with it where an earlier worker was stopped or killed. */
export async function runPart(index: number, parts: Parts): Promise<PartEnd> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const args = await argumentsOf(index, parts);
    if (args === null) return 'sealed';
    const code = await worked(index, args, parts);
    // A worker of a run that was killed may have come to its end after we looked: then there was nothing to go on with.
    if (code !== null && refusals.has(code))
      return (await argumentsOf(index, parts)) === null ? 'sealed' : { refused: code };
    if (code !== null) return (await leftPack(index, parts)) ? 'sealed' : 'lost';
    parts.tell(index, attempt < tries ? 'was killed; another worker goes on with it' : 'was killed again');
  }
  return 'lost';
}

/** False where a worker found no place for its pack, or had not begun one. */
async function leftPack(index: number, { reports, state }: Parts): Promise<boolean> {
  const folder = await runOfWorker(reports, state.runId, index);
  return folder !== null && isClosed(await openPack(folder));
}

/** What to start a worker with; null for a part of which nothing is left to do. */
async function argumentsOf(index: number, { reports, state }: Parts): Promise<readonly string[] | null> {
  const { runId, of, selection, setting } = state;
  const common = ['--out', workerReports(reports, runId, index), '--worker', ...setting];
  const folder = await runOfWorker(reports, runId, index);
  const left = await leftRun(folder);
  if (left.state === 'none') {
    // A run without a record has called nobody, and would stand in the way of the one that does.
    if (folder !== null) await rm(folder, { recursive: true });
    return ['run', '--shard', `${String(index)}/${String(of)}`, ...selection, ...common];
  }
  return left.state === 'ended' ? null : ['run', '--resume', left.folder, ...common];
}

async function worked(index: number, args: readonly string[], parts: Parts): Promise<number | null> {
  const { start, interrupted, tell } = parts;
  let isReady = false;
  const worker = start(args, (line) => {
    tell(index, line);
    if (!ready.test(line)) return;
    isReady = true;
    if (interrupted.aborted) worker.stop();
  });
  // Earlier than that a signal would end it without a pack.
  const stop = (): void => {
    if (isReady) worker.stop();
  };
  interrupted.addEventListener('abort', stop, { once: true });
  try {
    return await worker.ended;
  } finally {
    interrupted.removeEventListener('abort', stop);
  }
}
