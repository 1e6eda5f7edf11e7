import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { currentRuntime, readBuildInfo } from '../config/build-info.js';
import { systemClock } from '../config/system-clock.js';
import { loadFaults, type FaultEntry } from '../emulator/faults/fault-catalogue.js';
import { batchesOf } from '../mutation/behaviour/fault-batches.js';
import { chooseFaults } from '../mutation/behaviour/choose-faults.js';
import type { LaboratorySettings } from '../mutation/behaviour/fault-laboratory.js';
import type { FaultTrial } from '../mutation/behaviour/fault-trial.js';
import { tryBatches } from '../mutation/crew/crew.js';
import type { Worker } from '../mutation/crew/worker.js';
import { forkWorker } from '../mutation/crew/fork-worker.js';
import { loadEquivalents } from '../mutation/equivalents/load-equivalents.js';
import { forgetScore, keepScore } from '../mutation/score/keep-score.js';
import { exitOfScore, scoreOf } from '../mutation/score/mutation-score.js';
import { renderFaultList } from '../mutation/score/render-fault-list.js';
import { renderKillMatrix } from '../mutation/score/render-kill-matrix.js';
import { excused, mutantOf } from '../mutation/score/scored-mutant.js';
import { exitCode, type ExitCode } from '../verdict/exit-code.js';
import type { CommandIo } from './streams.js';

/** Flags of `mutate`, parsed. */
export interface MutateFlags {
  readonly list?: boolean;
  readonly json?: boolean;
  readonly fault?: readonly string[];
  readonly seed: number;
  readonly out: string;
}

/** Who tries the faults: other processes, unless a test stands in for them. */
export interface MutateHands {
  readonly processes: number;
  readonly open: (settings: LaboratorySettings) => Worker;
}

const ownHands: MutateHands = { processes: availableParallelism(), open: forkWorker };

/**
 * The whole `mutate` command: every seeded fault against the scenarios of its rows, in as many processes as there are
 * cores, and the score of this build. 0 when all were killed, 1 for a survivor, 3 when a control run is not clean or a
 * fault's run came to nothing.
 */
export async function mutate(flags: MutateFlags, io: CommandIo, hands: MutateHands = ownHands): Promise<ExitCode> {
  const all = await loadFaults();
  const faults = chooseFaults(all, flags.fault ?? []);
  if (flags.list === true) {
    io.stdout.write(flags.json === true ? `${JSON.stringify(faults, null, 2)}\n` : renderFaultList(faults));
    return exitCode.ok;
  }
  const equivalents = await loadEquivalents();
  const build = readBuildInfo();
  const whole = faults.length === all.length;
  if (whole) await forgetScore();
  const trials = await tryAll(faults, hands, { seed: flags.seed, io });
  const score = scoreOf({
    ...{ madeAt: new Date(systemClock.now()).toISOString(), build, runtime: currentRuntime(), seed: flags.seed, whole },
    behaviour: trials.map((trial) => excused(mutantOf(trial), equivalents)),
    ...{ wire: null, sample: null },
  });
  const place = await keepScore(score, resolve(io.cwd, flags.out));
  io.stdout.write(flags.json === true ? `${JSON.stringify(score, null, 2)}\n` : renderKillMatrix(score));
  io.stderr.write(`Score: ${place}\n`);
  return exitOfScore(score);
}

/** Tries the faults; the trials in the order of the faults. */
async function tryAll(
  faults: readonly FaultEntry[],
  { processes, open }: MutateHands,
  { seed, io }: { readonly seed: number; readonly io: Pick<CommandIo, 'stderr' | 'interrupted'> },
): Promise<readonly FaultTrial[]> {
  const folder = await mkdtemp(join(tmpdir(), 'axys-mutate-'));
  let count = 0;
  try {
    const trials = await tryBatches(batchesOf(faults, processes), {
      ...{ processes, signal: io.interrupted },
      open: () => open({ folder, seed }),
      tried: ({ fault, outcome }) => {
        count += 1;
        io.stderr.write(`[${count}/${faults.length}] ${outcome.padEnd(8)} ${fault}\n`);
      },
    });
    const place = new Map(faults.map(({ id }, index) => [id, index]));
    return trials.toSorted((a, b) => (place.get(a.fault) ?? 0) - (place.get(b.fault) ?? 0));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
