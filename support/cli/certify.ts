import { dirname, join, resolve } from 'node:path';
import { loadConfiguration } from '../config/load-configuration.js';
import { packageVersion } from '../config/package-root.js';
import { CodedError } from '../messages/coded-error.js';
import { drawSeed } from '../runner/random.js';
import type { RunningOrder, Selection } from '../runner/plan.js';
import { harnessParts } from '../runner/harness-parts.js';
import { recomputeBeside } from '../runner/recompute/beside/recompute-beside.js';
import { prepareRun } from '../runner/prepare-run.js';
import { rowsOfEnvironment } from '../runner/production-profile.js';
import { runIdOf } from '../runner/run-id.js';
import type { RunRequest } from '../runner/run-request.js';
import type { ExitCode } from '../messages/exit-code.js';
import { exitCode } from '../messages/exit-code.js';
import { runOutline } from '../runner/budget/run-outline.js';
import type { AnnotateFlags } from './annotate.js';
import { beginParallel } from './parallel/begin-parallel.js';
import type { Parallel } from './parallel/worker-count.js';
import { allureBeside, withoutAllure } from './allure-beside.js';
import { renderDryRun } from './dry-run.js';
import { givenToRun } from './given-to-run.js';
import { createProgress } from './progress.js';
import { readThenForget } from './read-then-forget.js';
import { shardAsked, withinShard } from './run-shard.js';
import { withoutCarried } from './run-to-carry.js';
import { canGoOn, howToGoOn } from './run-to-resume.js';
import type { CommandIo } from './streams.js';

/** Flags of `run`, parsed. */
export interface RunFlags extends AnnotateFlags {
  readonly tags?: string;
  readonly scenario?: string;
  readonly out: string;
  readonly envFile?: string;
  readonly program?: string;
  readonly seed?: number;
  /** Random shuffles the scenarios by the run's seed; a fresh one when none is given. */
  readonly order?: 'defined' | 'random';
  readonly allowHost?: readonly string[];
  readonly dryRun?: boolean;
  /** `i/n`, as typed. */
  readonly shard?: string;
  /** How many workers run at once; several by default where steps wait for a platform elsewhere. */
  readonly parallel?: Parallel;
  /** True in a worker of a parallel run, whose result somebody else shows. */
  readonly worker?: boolean;
  /** Run id or path of the run to go on with. */
  readonly resume?: string;
  /** Run id or path of the pack whose demonstrated scenarios are taken over. */
  readonly carry?: string;
  /** Run id or path of the pack that the run is compared with. */
  readonly baseline?: string;
  /** Run ids or paths of further runs of the baseline's version. */
  readonly noise?: readonly string[];
  /** File of decisions about changes. */
  readonly approvals?: string;
  /** Diff of two contracts (JSON with coverage) whose affected rows alone are run. */
  readonly affectedBy?: string;
  /** How many finished runs the reports folder keeps. */
  readonly keep?: number;
  /** Run the emulator in a container. */
  readonly container?: boolean;
  /** File that says how the container is run. */
  readonly containerSettings?: string;
  readonly logLevel: string;
  readonly json?: boolean;
}

function orderOf(asked: RunFlags['order'], seed: number | null): RunningOrder {
  return asked === 'random' && seed !== null ? `random:${seed}` : 'defined';
}

/**
 * The whole `run` command: forget the last result, guard, configuration, plan, run, evidence, result, exit code. Throws
 * coded errors for everything that stops it before the first scenario.
 */
export async function certify(flags: RunFlags, io: CommandIo): Promise<ExitCode> {
  const parts = io.parts ?? harnessParts;
  const { clock, randomBytes } = parts;
  const reports = resolve(io.cwd, flags.out);
  const { affected, from, baseline, halted, resumed } = await readThenForget(reports, io, () =>
    givenToRun(flags, reports, io),
  );
  if (halted !== null) {
    const configuration = await loadConfiguration({ environment: io.env, flags, cwd: io.cwd, clock });
    const { resumeParallel } = await import('./parallel/resume-parallel.js');
    return resumeParallel({ state: halted, flags, configuration, reports }, io);
  }
  const asked = shardAsked(flags);
  const configuration = await loadConfiguration({ environment: io.env, flags, cwd: io.cwd, clock });
  // An order that cannot be repeated would prove nothing to anybody: its seed is the run's.
  const given = flags.seed ?? (flags.order === 'random' ? drawSeed(randomBytes) : null);
  const selection: Selection = {
    tags: resumed?.record.selection.tags ?? affected ?? flags.tags ?? null,
    scenarioId: resumed?.record.selection.scenarioId ?? flags.scenario ?? null,
    rows: rowsOfEnvironment(configuration.environment),
    order: resumed?.record.selection.order ?? orderOf(flags.order, given),
  };
  const whole = await prepareRun(configuration, selection, { clock });
  const { plan } = whole;
  const parallel = { flags, configuration, plan, affected, seed: given, reports, clock, randomBytes };
  const code = await beginParallel(parallel, io);
  if (code !== null) return code;
  const aloneApart = flags.worker === true;
  const shard = await withinShard(whole, { asked, resumed, configuration, seed: given, aloneApart }, io.stderr);
  const { seed } = shard;
  const { prepared, carry } = await withoutCarried(shard.prepared, { from, resumed }, clock);
  if (flags.dryRun === true) {
    const dry = runOutline(configuration, prepared);
    io.stdout.write(flags.json === true ? `${JSON.stringify(dry, null, 2)}\n` : renderDryRun(dry));
    return exitCode.ok;
  }
  // What runs and decides is two thirds of the harness: loaded once there is something to run.
  io.loadNow?.(new URL('carry-out-run.js', import.meta.url));
  const { carryOutRun } = await import('./carry-out-run.js');
  const runId = resumed?.record.runId ?? runIdOf(clock.now(), randomBytes(3));
  const folder = resumed?.folder ?? join(reports, 'runs', runId);
  // A run that was resumed by its path stays where it is.
  const home = resumed === null ? reports : dirname(dirname(resumed.folder));
  const allure = flags.worker === true ? withoutAllure : allureBeside(folder, join(home, 'allure', runId), io);
  const request: RunRequest = {
    runId,
    folder,
    activeFolder: join(reports, 'active'),
    configuration,
    prepared,
    seed,
    resume: resumed?.record ?? null,
    carry,
    baseline,
    logLevel: flags.logLevel,
    harnessVersion: packageVersion(),
    ...parts,
    progress: createProgress(io.stderr, clock),
    signal: io.interrupted,
    allureWritten: () => {
      allure.start();
    },
    // Workers of a parallel run share the machine already.
    ...(flags.worker === true ? {} : { recomputeBeside }),
  };
  const place = { reports: home, folder, flags, allure };
  const tell = async () => {
    // What becomes of a part is told by whoever started its worker.
    if (flags.worker !== true && (await canGoOn(folder))) io.stderr.write(`${howToGoOn(runId, flags)}\n`);
  };
  try {
    const ended = await allure.orGiveUp(() => carryOutRun(request, resumed, place, io));
    await tell();
    return ended;
  } catch (error) {
    // A refusal says itself what to do. What stopped the run is told in any case.
    if (!(error instanceof CodedError) || error.exit === exitCode.harnessError) await Promise.allSettled([tell()]);
    throw error;
  }
}
