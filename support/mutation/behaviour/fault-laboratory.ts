import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../config/clock.js';
import type { Configuration } from '../../config/configuration.js';
import { loadConfiguration } from '../../config/load-configuration.js';
import { packageVersion } from '../../config/package-root.js';
import type { RunSettings } from '../../config/run-settings.js';
import type { DerivedRun } from '../../views/derived-run.js';
import { builtInProfile } from '../../config/built-in-profile.js';
import type { RunningEmulator } from '../../emulator/emulator.js';
import { loadFaults } from '../../emulator/faults/fault-catalogue.js';
import { startEmulator } from '../../emulator/start-emulator.js';
import { defaultTimeScale } from '../../emulator/timing/delays.js';
import { executeRun } from '../../runner/execute-run.js';
import type { HarnessParts } from '../../runner/harness-parts.js';
import type { Selection } from '../../runner/selection.js';
import { planRun } from '../../runner/plan-run.js';
import { prepareRun, type PreparedRun } from '../../runner/prepare-run.js';
import { silentProgress } from '../../runner/silent-progress.js';
import { runIdOf } from '../../runner/run-id.js';
import { settingsOfProduction } from '../../target/own-production.js';
import { judgedRun } from '../crew/judged-run.js';
import type { Work } from '../crew/worker.js';
import { losingCalls } from '../lost/losing-calls.js';
import { lostRunOf } from '../lost/lost-run.js';
import { sendErrand } from '../wire/sent/send-errand.js';
import { checkFaultRows } from './check-fault-rows.js';
import { faultRunOf } from './fault-run.js';
import { tripOf, type Look, type Trip } from './trip.js';

/** What a laboratory is opened with. */
export interface LaboratorySettings {
  /** Existing folder for the runs, absolute; each removes its own when it is decided. */
  readonly folder: string;
  /** Seed of emulators and scenarios. */
  readonly seed: number;
}

/** Deadlines long enough for a busy machine and short enough to wait out where something never comes. */
const timing = { kycSeconds: 3, depositSeconds: 6, otpSeconds: 5, pollInitialMs: 10, pollMaxMs: 50 };

const everything: Selection = { tags: null, scenarioId: null, rows: null, order: 'defined' };

/** What every run of a laboratory shares, read and compiled once. */
interface Equipment {
  readonly configuration: Configuration;
  readonly prepared: PreparedRun;
  /** What TM-75 compares with; nothing connects to it. */
  readonly production: RunSettings;
}

/**
 * Opens a laboratory, which does its work in this process, one run at a time and each the whole way of a run: emulator,
 * scenarios, decision, sealed evidence. Contract, validators and features are loaded once for all of them.
 */
export async function openLaboratory(settings: LaboratorySettings, parts: HarnessParts): Promise<Work> {
  const { folder, seed } = settings;
  const { clock } = parts;
  const configuration = await loadConfiguration({ environment: {}, flags: {}, cwd: folder, clock });
  const prepared = await prepareRun(configuration, everything, { clock });
  checkFaultRows(await loadFaults(), prepared.plan.catalogue, prepared.calls ?? new Map());
  const common = {
    ...{ ...prepared.served, port: 0, timeScale: defaultTimeScale, accessLog: null, clock },
    profile: { ...builtInProfile(), timing },
  };
  // Another seed: production's credentials are its own.
  const beside = await startEmulator({
    ...common,
    seed: (seed + 1) % 2 ** 32,
    production: true,
    faults: [],
    allowIps: [],
  });
  const production = settingsOfProduction(beside, configuration);
  await beside.close();
  const equipment: Equipment = { configuration, prepared, production };
  const visit = async <T>(trip: Trip, look: Look<T>): Promise<T> => {
    const own = await mkdtemp(join(folder, 'run-'));
    try {
      const target = await startEmulator({
        ...{ ...common, seed, faults: trip.faults, allowIps: ['127.0.0.1'] },
        production: trip.environment === 'production',
        ...(trip.around === undefined ? {} : { around: trip.around }),
      });
      try {
        return await look(await runOn(target, trip, { ...equipment, folder: own, seed, parts }), join(own, runFolder));
      } finally {
        await target.close();
      }
    } finally {
      await rm(own, { recursive: true, force: true });
    }
  };
  return {
    run: (order) => visit(tripOf(order), faultRunOf),
    judge: (sample) =>
      visit({ faults: [], environment: 'emulator', selection: everything }, (run, place) =>
        judgedRun(run, place, { prepared, sample }),
      ),
    send: (errand) => {
      const sending = sendErrand(prepared.served.contract, errand);
      return visit(sending.trip, sending.look);
    },
    lose: (order) => {
      const { variation, progress, losses } = losingCalls(order);
      const selection = { ...everything, tags: order.tags };
      const trip = { faults: [], environment: 'emulator', selection, around: variation, progress } as const;
      return visit({ ...trip, retryClock: hurried(clock) }, (run) => lostRunOf(run, losses()));
    },
  };
}

/** A clock whose waits are a hundredth of what is asked for: no target needs them where only our own emulator is asked. */
function hurried(clock: Clock): Clock {
  return { now: () => clock.now(), sleep: (ms, signal) => clock.sleep(ms / 100, signal) };
}

/** Where a run lies below its own folder. */
const runFolder = 'run';

async function runOn(
  emulator: RunningEmulator,
  { environment, selection, answerWithinMs, retryClock, progress = silentProgress }: Trip,
  {
    configuration,
    prepared,
    production,
    folder,
    seed,
    parts,
  }: Equipment & LaboratorySettings & { readonly parts: HarnessParts },
): Promise<DerivedRun> {
  const { apiKey, certificate, nextCertificate, serverCa, profile } = emulator;
  return executeRun({
    ...{
      runId: runIdOf(parts.clock.now(), parts.randomBytes(3)),
      folder: join(folder, runFolder),
      activeFolder: join(folder, 'active'),
    },
    configuration: {
      ...{ ...configuration, environment, baseUrl: new URL(emulator.url) },
      ...{ apiKey, certificate, nextCertificate, serverCa, profile, production },
    },
    prepared: { ...prepared, plan: await planRun(selection) },
    ...{
      seed,
      resume: null,
      carry: null,
      baseline: null,
      logLevel: 'error',
      harnessVersion: packageVersion(),
      ...parts,
    },
    ...{ answerWithinMs: answerWithinMs ?? parts.answerWithinMs },
    ...(retryClock === undefined ? {} : { retryClock }),
    ...{ progress, signal: new AbortController().signal },
  });
}
