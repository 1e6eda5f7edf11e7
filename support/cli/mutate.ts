import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { currentRuntime } from '../config/build-info.js';
import { readBuildInfo } from '../config/embedded-build.js';
import { loadFaults } from '../emulator/faults/fault-catalogue.js';
import { errorsOf } from '../messages/coded-error.js';
import { mutationUsageMessages } from '../messages/mutation-messages.js';
import { chooseFaults } from '../mutation/behaviour/choose-faults.js';
import type { LaboratorySettings } from '../mutation/behaviour/fault-laboratory.js';
import { forkWorker } from '../mutation/crew/fork-worker.js';
import type { Worker } from '../mutation/crew/worker.js';
import { loadEquivalents } from '../mutation/equivalents/load-equivalents.js';
import { forgetScore, keepScore } from '../mutation/score/keep-score.js';
import { exitOfScore, scoreOf } from '../mutation/score/mutation-score.js';
import { renderFaultList } from '../mutation/render-fault-list.js';
import { renderKillMatrix } from '../mutation/score/render-kill-matrix.js';
import { excused, strayReasons, type TriedMutant } from '../mutation/score/scored-mutant.js';
import { tallyOf, tallyWords } from '../mutation/score/tally.js';
import { tryMutants, type MutationPlan } from '../mutation/try-mutants.js';
import { wireKinds } from '../mutation/wire/wire-kinds.js';
import { harnessParts, type HarnessParts } from '../runner/harness-parts.js';
import { exitCode, type ExitCode } from '../messages/exit-code.js';
import type { CommandIo } from './streams.js';

const usage = errorsOf(mutationUsageMessages, 'usage');

/** Flags of `mutate`, parsed. */
export interface MutateFlags {
  readonly list?: boolean;
  readonly json?: boolean;
  readonly fault?: readonly string[];
  readonly only?: 'behaviour' | 'wire';
  readonly seed: number;
  readonly out: string;
}

/** Who tries the mutants: other processes, unless a test stands in for them. */
export interface MutateHands {
  readonly processes: number;
  readonly open: (settings: LaboratorySettings) => Worker;
}

function ownHands({ cores, clock }: HarnessParts): MutateHands {
  return { processes: cores, open: (settings) => forkWorker(settings, clock) };
}

/**
 * The whole `mutate` command: every seeded fault against the scenarios of its rows, every answer of the matrix changed and
 * judged again, a sample of these sent over the wire, in as many processes as there are cores; and the score of this build. 0 when all
 * were killed, 1 for a survivor, 3 when a control run is not clean or a trial came to nothing.
 */
export async function mutate(flags: MutateFlags, io: CommandIo, hands?: MutateHands): Promise<ExitCode> {
  const { fault: named = [], only, seed } = flags;
  const parts = io.parts ?? harnessParts;
  if (named.length > 0 && only === 'wire') throw usage('MUT-102');
  const faults = only === 'wire' ? [] : chooseFaults(await loadFaults(), named);
  const wire = only !== 'behaviour' && named.length === 0;
  if (flags.list === true) {
    const kinds = wire ? wireKinds.map(({ kind, title }) => ({ kind, title })) : [];
    const listed = { faults, wireKinds: kinds };
    io.stdout.write(flags.json === true ? `${JSON.stringify(listed, null, 2)}\n` : renderFaultList(faults, kinds));
    return exitCode.ok;
  }
  const equivalents = await loadEquivalents();
  const build = readBuildInfo();
  const whole = only === undefined && named.length === 0;
  if (whole) await forgetScore();
  const tried = await tryAll({ faults, wire, seed }, hands ?? ownHands(parts), io);
  const mutants = tried.map((mutant) => excused(mutant, equivalents));
  const of = (part: TriedMutant['part']) => mutants.filter((mutant) => mutant.part === part);
  const stray = whole ? strayReasons(equivalents, mutants) : [];
  const score = scoreOf({
    ...{ madeAt: new Date(parts.clock.now()).toISOString(), build, runtime: currentRuntime(), seed, whole },
    behaviour: faults.length === 0 ? null : [...of('behaviour'), ...stray],
    wire: wire ? of('wire') : null,
    sample: wire ? of('sample') : null,
  });
  const place = await keepScore(score, resolve(io.cwd, flags.out));
  io.stdout.write(flags.json === true ? `${JSON.stringify(score, null, 2)}\n` : renderKillMatrix(score));
  io.stderr.write(`Score: ${place}\n`);
  return exitOfScore(score);
}

/** Tries everything, in a folder of its own, and tells on stderr how it goes. */
async function tryAll(
  plan: MutationPlan,
  { processes, open }: MutateHands,
  { stderr, interrupted }: Pick<CommandIo, 'stderr' | 'interrupted'>,
): Promise<readonly TriedMutant[]> {
  const folder = await mkdtemp(join(tmpdir(), 'axys-mutate-'));
  let count = 0;
  try {
    return await tryMutants(plan, {
      ...{ processes, signal: interrupted },
      open: () => open({ folder, seed: plan.seed }),
      tried: ({ mutants }, { name }) => {
        count += 1;
        stderr.write(`[${count}] ${tallyWords(tallyOf(mutants))}: ${name}\n`);
      },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
