import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configuration } from '../../config/configuration.js';
import { loadConfiguration } from '../../config/load-configuration.js';
import { packageVersion } from '../../config/package-root.js';
import type { RunSettings } from '../../config/run-settings.js';
import { builtInProfile } from '../../emulator/built-in-profile.js';
import type { EmulatorOptions, RunningEmulator } from '../../emulator/emulator.js';
import { loadFaults } from '../../emulator/faults/fault-catalogue.js';
import { startEmulator } from '../../emulator/start-emulator.js';
import { defaultTimeScale } from '../../emulator/timing/delays.js';
import { executeRun } from '../../runner/execute-run.js';
import type { HarnessParts } from '../../runner/harness-parts.js';
import { planRun } from '../../runner/plan-run.js';
import { prepareRun, type PreparedRun } from '../../runner/prepare-run.js';
import { rowsOfEnvironment } from '../../runner/production-profile.js';
import type { Progress } from '../../runner/progress.js';
import { runIdOf } from '../../runner/run-id.js';
import { settingsOfProduction } from '../../target/own-production.js';
import { checkFaultRows } from './check-fault-rows.js';
import { faultRunOf, type FaultOrder, type FaultRun } from './fault-run.js';

/** What a laboratory is opened with. */
export interface LaboratorySettings {
  /** Existing folder for the runs, absolute; each removes its own when it is decided. */
  readonly folder: string;
  /** Seed of emulators and scenarios. */
  readonly seed: number;
}

/** Runs rows of the matrix against emulators with faults, one run at a time, in this process. */
export interface FaultLaboratory {
  /** The whole way of a run: emulator, scenarios, decision, sealed evidence. Throws what stops a run before its first scenario. */
  run(order: FaultOrder): Promise<FaultRun>;
}

/** Deadlines long enough for a busy machine and short enough to wait out where something never comes. */
const timing = { kycSeconds: 3, depositSeconds: 6, otpSeconds: 5, pollInitialMs: 10, pollMaxMs: 50 };

const silent: Progress = {
  runStarted: () => undefined,
  scenarioStarted: () => undefined,
  scenarioFinished: () => undefined,
  waiting: () => undefined,
  note: () => undefined,
  finished: () => undefined,
};

/** What every run of a laboratory shares, read and compiled once. */
interface Equipment {
  readonly configuration: Configuration;
  readonly prepared: PreparedRun;
  /** What TM-75 compares with; nothing connects to it. */
  readonly production: RunSettings;
}

/** Opens a laboratory: contract, validators and features are loaded once for all its runs. */
export async function openLaboratory(settings: LaboratorySettings, parts: HarnessParts): Promise<FaultLaboratory> {
  const { folder, seed } = settings;
  const { clock } = parts;
  const configuration = await loadConfiguration({ environment: {}, flags: {}, cwd: folder, clock });
  const prepared = await prepareRun(configuration, { tags: null, scenarioId: null, rows: null, order: 'defined' });
  checkFaultRows(await loadFaults(), prepared.plan.catalogue, prepared.calls ?? new Map());
  const common = {
    ...{ ...prepared.served, port: 0, timeScale: defaultTimeScale, accessLog: null, clock },
    profile: { ...builtInProfile(), timing },
  };
  const emulator = (order: Pick<FaultOrder, 'faults' | 'environment'>): Promise<RunningEmulator> =>
    startEmulator({
      ...{ ...common, seed, faults: order.faults, allowIps: ['127.0.0.1'] },
      production: order.environment === 'production',
    } satisfies EmulatorOptions);
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
  return {
    run: async (order) => {
      const own = await mkdtemp(join(folder, 'run-'));
      try {
        const target = await emulator(order);
        try {
          return await runOn(target, order, { ...equipment, folder: own, seed, parts });
        } finally {
          await target.close();
        }
      } finally {
        await rm(own, { recursive: true, force: true });
      }
    },
  };
}

async function runOn(
  emulator: RunningEmulator,
  { rows, environment }: FaultOrder,
  {
    configuration,
    prepared,
    production,
    folder,
    seed,
    parts,
  }: Equipment & LaboratorySettings & { readonly parts: HarnessParts },
): Promise<FaultRun> {
  const { apiKey, certificate, nextCertificate, serverCa, profile } = emulator;
  const limits = rowsOfEnvironment(environment);
  const tags = limits === null ? rows.map((row) => `@${row}`).join(' or ') : null;
  const run = await executeRun({
    ...{
      runId: runIdOf(parts.clock.now(), randomBytes(3)),
      folder: join(folder, 'run'),
      activeFolder: join(folder, 'active'),
    },
    configuration: {
      ...{ ...configuration, environment, baseUrl: new URL(emulator.url) },
      ...{ apiKey, certificate, nextCertificate, serverCa, profile, production },
    },
    prepared: { ...prepared, plan: await planRun({ tags, scenarioId: null, rows: limits, order: 'defined' }) },
    ...{ seed, resume: null, carry: null, logLevel: 'error', harnessVersion: packageVersion(), ...parts },
    ...{ progress: silent, signal: new AbortController().signal },
  });
  return faultRunOf(run);
}
