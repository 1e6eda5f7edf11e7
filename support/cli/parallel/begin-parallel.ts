import type { Clock } from '../../config/clock.js';
import type { Configuration } from '../../config/configuration.js';
import type { RandomBytes } from '../../config/random-bytes.js';
import { errorsOf } from '../../messages/coded-error.js';
import { parallelUsageMessages } from '../../messages/parallel-messages.js';
import type { Plan } from '../../runner/plan.js';
import { runIdOf } from '../../runner/run-id.js';
import { loadScenarioTimes, type ScenarioTimes } from '../../runner/shard/scenario-times.js';
import { unitsOf } from '../../runner/shard/units.js';
import type { ExitCode } from '../../messages/exit-code.js';
import type { RunFlags } from '../run-flags.js';
import type { CommandIo } from '../streams.js';
import { writeParallelState } from './parallel-state.js';
import { workersOf } from './worker-count.js';

const usage = errorsOf(parallelUsageMessages, 'usage');

/** What a run that may be parallel is begun with. */
export interface ParallelRequest {
  readonly flags: RunFlags;
  readonly configuration: Configuration;
  readonly plan: Plan;
  /** Rows of `--affected-by` as a tag expression; null without the flag. */
  readonly affected: string | null;
  /** Null for the seed that follows from the plan. */
  readonly seed: number | null;
  readonly reports: string;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
}

/** Flags of runs that are not divided, and what to do instead. */
const undivided = {
  shard: { flag: '--shard', why: 'A shard is one part of a run: ask for more shards instead.' },
  scenario: { flag: '--scenario', why: 'One scenario is run by one worker.' },
  carry: { flag: '--carry', why: 'What is left of a matrix then is run undivided. Leave --parallel out.' },
  baseline: { flag: '--baseline', why: 'Compare the packs afterwards: axys-certify diff OLD NEW.' },
  container: { flag: '--container', why: 'Start one emulator, and give its --env-file to the run.' },
} as const;

/** Runs a plan in parallel; null for one that is run undivided. PAR-101 (64) beside flags that rule it out. */
export async function beginParallel(request: ParallelRequest, io: CommandIo): Promise<ExitCode | null> {
  const { flags, configuration, plan, reports, clock, randomBytes } = request;
  const workers = workersOf(flags.parallel, configuration);
  if (workers === 1 || flags.dryRun === true) return null;
  const rival = Object.entries(undivided).find(([name]) => flags[name as keyof typeof undivided] !== undefined);
  const [, { flag, why } = { flag: 'a container', why: undivided.container.why }] = rival ?? [];
  const ruledOut = rival !== undefined || flags.resume !== undefined || configuration.container !== null;
  if (ruledOut && flags.parallel !== undefined && flags.parallel !== 'auto') throw usage('PAR-101', { flag, why });
  if (ruledOut) return null;
  const { of, aloneLast } = partsOf(plan, workers, await loadScenarioTimes());
  if (of === 1) return null;
  const runId = runIdOf(clock.now(), randomBytes(3));
  const state = { runId, of, aloneLast, selection: selectionOf(request), setting: settingOf(flags) };
  await writeParallelState(reports, state);
  const last = aloneLast ? ', the last of them alone at the end' : '';
  io.stderr.write(`Run ${runId}: ${plan.scenarios.length} scenarios in ${of} parts${last}\n`);
  const { signingKeyPath } = configuration;
  const { parallelRun } = await import('./parallel-run.js');
  return parallelRun({ reports, state, signingKeyPath, flags }, io);
}

/** How many parts a plan gets for so many workers, and whether the last one runs alone. */
export function partsOf(
  { scenarios }: Pick<Plan, 'scenarios'>,
  workers: number,
  times: ScenarioTimes,
): { readonly of: number; readonly aloneLast: boolean } {
  const units = unitsOf(scenarios, times);
  const free = units.filter(({ alone }) => !alone).length;
  const aloneLast = free > 0 && free < units.length;
  const together = Math.max(1, Math.min(workers, free));
  return { of: aloneLast ? together + 1 : together, aloneLast };
}

/** Flags that choose what every worker plans. */
function selectionOf({ flags: { tags, order }, affected, seed }: ParallelRequest): readonly string[] {
  const rows = affected ?? tags;
  return [
    ...(rows === undefined ? [] : ['--tags', rows]),
    ...(seed === null ? [] : ['--seed', String(seed)]),
    ...(order === undefined ? [] : ['--order', order]),
  ];
}

/** Flags that say where and with what a worker runs. */
export function settingOf({ envFile, program, allowHost = [], logLevel }: RunFlags): readonly string[] {
  return [
    ...(envFile === undefined ? [] : ['--env-file', envFile]),
    ...(program === undefined ? [] : ['--program', program]),
    ...allowHost.flatMap((host) => ['--allow-host', host]),
    ...['--log-level', logLevel],
  ];
}
