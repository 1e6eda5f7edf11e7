import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { readBuildInfo } from '../../config/embedded-build.js';
import { packageVersion } from '../../config/package-root.js';
import { errorsOf, type CodedError } from '../../messages/coded-error.js';
import { parallelMessages } from '../../messages/parallel-messages.js';
import { mergeShards } from '../../runner/merge/merge-shards.js';
import { harnessParts } from '../../runner/harness-parts.js';
import { holdRun } from '../../runner/resume/hold-run.js';
import { openOwnShard, type ShardSource } from '../../runner/merge/shard-source.js';
import type { ExitCode } from '../../messages/exit-code.js';
import { allureBeside } from '../allure-beside.js';
import type { RunFlags } from '../run-flags.js';
import { concludeRun } from '../conclude-run.js';
import { commandToGoOn, howToGoOn } from '../run-to-resume.js';
import type { CommandIo } from '../streams.js';
import { openParts } from './open-parts.js';
import { forgetWorkers, runOfWorker, type ParallelState } from './parallel-state.js';
import { runPart, type PartEnd, type Parts } from './run-part.js';
import { spawnWorkers, type StartWorker } from './spawn-worker.js';

const failed = errorsOf(parallelMessages, 'harnessError');

/** A run that several workers share. */
export interface ParallelRun {
  readonly reports: string;
  readonly state: ParallelState;
  readonly signingKeyPath: string | null;
  readonly flags: RunFlags;
  /** Starts a worker; as a process of its own when not given. */
  readonly start?: StartWorker;
}

/**
 * Runs every part of a run in a worker of its own, what must run alone last, and makes one run of their packs. Each worker
 * is a shard. RES-104 (64) while another process is at work on the run. PAR-301 (3) when a part left no pack. When a worker
 * cannot be started, the others are stopped and waited for, and then that is thrown.
 */
export async function parallelRun(run: ParallelRun, io: CommandIo): Promise<ExitCode> {
  const { reports, state } = run;
  const { clock } = io.parts ?? harnessParts;
  // Two processes would put one run together in one folder, and remove each other's workers.
  const lock = await holdRun(join(reports, 'runs', state.runId), state.runId, new Date(clock.now()).toISOString());
  try {
    return await carriedOut(run, io);
  } finally {
    await lock.release();
  }
}

async function carriedOut(run: ParallelRun, io: CommandIo): Promise<ExitCode> {
  const { reports, state } = run;
  const stopping = new AbortController();
  const parts: Parts = {
    ...{
      reports,
      state,
      start: run.start ?? spawnWorkers(io),
      interrupted: AbortSignal.any([io.interrupted, stopping.signal]),
    },
    tell: (index, line) => {
      io.stderr.write(`[${String(index)}/${String(state.of)}] ${line}\n`);
    },
  };
  const indexes = Array.from({ length: state.of }, (_each, at) => at + 1);
  const together = state.aloneLast ? indexes.slice(0, -1) : indexes;
  const work = async (index: number): Promise<PartEnd> => {
    try {
      const end = await runPart(index, parts);
      // What one worker may not do, no other may.
      if (typeof end === 'object') stopping.abort();
      return end;
    } catch (error) {
      // A worker outlives this process, and would go on by itself.
      stopping.abort();
      throw error;
    }
  };
  const workAll = async (): Promise<readonly PartEnd[]> => {
    const ends = await allEnded(together.map(work));
    const isLast = state.aloneLast && refusalIn(ends) === undefined;
    return isLast ? [...ends, await work(state.of)] : ends;
  };
  const ends = await workAll().catch(async (error: unknown) => {
    await Promise.allSettled([tellHowToGoOn(run, io)]);
    throw error;
  });
  const refused = refusalIn(ends);
  // Told by the worker itself.
  if (refused !== undefined) return refused as ExitCode;
  const lost = ends.findIndex((end) => end === 'lost') + 1;
  if (lost > 0) throw leftNoPack(lost, run, io);
  return merged(run, indexes, io);
}

/** Waits for all of it, whatever fails; then throws the first failure. */
async function allEnded<T>(works: readonly Promise<T>[]): Promise<readonly T[]> {
  const settled = await Promise.allSettled(works);
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

/** The exit code with which a part was refused, if any was. */
function refusalIn(ends: readonly PartEnd[]): number | undefined {
  return ends.map((end) => (typeof end === 'object' ? end.refused : 0)).find(Boolean);
}

async function tellHowToGoOn({ state, reports, flags }: ParallelRun, io: CommandIo): Promise<void> {
  if ((await openParts(state, reports)) > 0) io.stderr.write(`${howToGoOn(state.runId, flags, io.env)}\n`);
}

function leftNoPack(part: number, { state: { runId, of }, flags }: ParallelRun, io: CommandIo): CodedError {
  return failed('PAR-301', { part, of, run: runId, command: commandToGoOn(runId, flags, io.env) });
}

async function merged(run: ParallelRun, indexes: readonly number[], io: CommandIo): Promise<ExitCode> {
  const { reports, state, signingKeyPath, flags } = run;
  const { runId } = state;
  const folder = join(reports, 'runs', runId);
  const sources: ShardSource[] = [];
  for (const index of indexes) {
    const pack = await runOfWorker(reports, runId, index);
    if (pack === null) throw leftNoPack(index, run, io);
    sources.push(await openOwnShard(pack));
  }
  // What an earlier part of the run was merged to is made anew.
  for (const place of [folder, `${folder}.zip`]) await rm(place, { recursive: true, force: true });
  const allure = allureBeside(folder, join(reports, 'allure', runId), io);
  return allure.orGiveUp(async () => {
    const joined = await mergeShards({
      ...{ runId, folder, sources, signingKeyPath, build: readBuildInfo(), harnessVersion: packageVersion() },
      allureWritten: () => allure.start(),
    });
    const canGoOn = (await openParts(state, reports)) > 0;
    // A run that can go on needs what its workers left.
    if (!canGoOn && !joined.recorded.interrupted) await forgetWorkers(reports, runId);
    const code = await concludeRun(joined, { reports, folder, flags, allure }, io);
    if (canGoOn) io.stderr.write(`${howToGoOn(runId, flags, io.env)}\n`);
    return code;
  });
}
