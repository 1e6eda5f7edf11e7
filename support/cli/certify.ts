import { resolve } from 'node:path';
import type { EnvironmentName } from '../config/environment-name.js';
import { loadConfiguration } from '../config/load-configuration.js';
import { exitCode, type ExitCode } from '../messages/exit-code.js';
import { runOutline } from '../runner/budget/run-outline.js';
import { harnessParts } from '../runner/harness-parts.js';
import type { Selection } from '../runner/selection.js';
import { idleAttestations } from '../runner/idle-attestations.js';
import { prepareRun } from '../runner/prepare-run.js';
import { rowsOfEnvironment } from '../runner/production-profile.js';
import { drawSeed } from '../runner/random.js';
import { weakerRulesOf } from '../runner/tell-weaker-rules.js';
import { unconfirmedTriggers } from '../runner/unconfirmed-triggers.js';
import { renderDryRun } from './dry-run.js';
import { givenToRun, type GivenToRun } from './given-to-run.js';
import { beginParallel } from './parallel/begin-parallel.js';
import { readThenForget } from './read-then-forget.js';
import { runAlone } from './run-alone.js';
import type { RunFlags } from './run-flags.js';
import { shardAsked, withinShard } from './run-shard.js';
import { withoutCarried } from './run-to-carry.js';
import type { CommandIo } from './streams.js';

/**
 * The whole `run` command: forget the last result, guard, configuration, plan, run, evidence, result, exit code. Throws
 * coded errors for everything that stops it before the first scenario.
 */
export async function certify(flags: RunFlags, io: CommandIo): Promise<ExitCode> {
  const { clock, randomBytes } = io.parts ?? harnessParts;
  const reports = resolve(io.cwd, flags.out);
  const given = await readThenForget(reports, io, () => givenToRun(flags, reports, io));
  const { affected, from, baseline, halted, resumed } = given;
  if (halted !== null) {
    const configuration = await loadConfiguration({ environment: io.env, flags, cwd: io.cwd, clock });
    const { resumeParallel } = await import('./parallel/resume-parallel.js');
    return resumeParallel({ state: halted, flags, configuration, reports }, io);
  }
  const asked = shardAsked(flags);
  const configuration = await loadConfiguration({ environment: io.env, flags, cwd: io.cwd, clock });
  // An order that cannot be repeated would prove nothing to anybody: its seed is the run's.
  const wanted = flags.seed ?? (flags.order === 'random' ? drawSeed(randomBytes) : null);
  const selection = selectionOf(flags, given, { seed: wanted, environment: configuration.environment });
  const whole = await prepareRun(configuration, selection, { clock });
  if (flags.worker !== true) {
    const attested = configuration.profile?.attestations ?? [];
    const missing = unconfirmedTriggers(
      runOutline(configuration, whole),
      whole.judged.contract,
      configuration.environment,
    );
    for (const line of [...idleAttestations(attested, whole.catalogue), ...missing]) io.stderr.write(`${line}\n`);
  }
  const parallel = { flags, configuration, plan: whole.plan, affected, seed: wanted, reports, clock, randomBytes };
  const code = await beginParallel(parallel, io);
  if (code !== null) return code;
  const aloneApart = flags.worker === true;
  const shard = await withinShard(whole, { asked, resumed, configuration, seed: wanted, aloneApart }, io.stderr);
  const { prepared, carry } = await withoutCarried(shard.prepared, { from, resumed }, clock);
  if (flags.dryRun === true) {
    const dry = runOutline(configuration, prepared);
    for (const line of weakerRulesOf(prepared)) io.stderr.write(`${line}\n`);
    io.stdout.write(flags.json === true ? `${JSON.stringify(dry, null, 2)}\n` : renderDryRun(dry));
    return exitCode.ok;
  }
  return runAlone({ flags, reports, configuration, prepared, seed: shard.seed, carry, baseline, resumed }, io);
}

/** What is run and in which order. A run that goes on keeps to what it was begun with. */
function selectionOf(
  flags: RunFlags,
  { affected, resumed }: Pick<GivenToRun, 'affected' | 'resumed'>,
  { seed, environment }: { readonly seed: number | null; readonly environment: EnvironmentName },
): Selection {
  const begun = resumed?.record.selection;
  return {
    tags: begun?.tags ?? affected ?? flags.tags ?? null,
    scenarioId: begun?.scenarioId ?? flags.scenario ?? null,
    rows: rowsOfEnvironment(environment),
    order: begun?.order ?? (flags.order === 'random' && seed !== null ? `random:${seed}` : 'defined'),
  };
}
