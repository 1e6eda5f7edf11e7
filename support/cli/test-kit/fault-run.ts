import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../config/system-clock.js';
import { loadContract, ownContractPath } from '../../contract/load-contract.js';
import { builtInProfile } from '../../emulator/built-in-profile.js';
import { catcherOf, type FaultEntry } from '../../emulator/faults/fault-catalogue.js';
import { startEmulator } from '../../emulator/start-emulator.js';
import { defaultTimeScale } from '../../emulator/timing/delays.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import type { InvariantOutcome } from '../../verdict/invariants/invariant.js';
import { capturedIo } from '../captured-io.js';
import { writeHandover } from '../handover.js';
import { main } from '../main.js';

/** What became of a run against an emulator with faults. */
export interface FaultRun {
  readonly code: number;
  readonly decision: string;
  readonly printed: string;
  /** What reported something no step expected, as `check id`, `rule id` or `invariant id`. */
  readonly reported: ReadonlySet<string>;
}

/** Whether a fault was found: by everything that has to report it, and with what decision. */
export interface Trial {
  readonly fault: FaultEntry;
  readonly decision: string;
  readonly code: number;
  readonly caughtBy: readonly string[];
  /** Whatever else reported something in the same run. */
  readonly alsoBy: readonly string[];
  /** Catchers of the entry that said nothing. */
  readonly silent: readonly string[];
  /** True when all of them reported it and the decision is not a passing one. */
  readonly killed: boolean;
}

/** Deadlines long enough for a busy machine and short enough to wait out where something never comes. */
const timing = { kycSeconds: 3, depositSeconds: 6, otpSeconds: 5, pollInitialMs: 10, pollMaxMs: 50 };

/** Runs the rows against an emulator of its own with these faults; the production check where the emulator is production. */
export async function runWithFaults(
  faults: readonly string[],
  requirements: readonly string[],
  production = false,
): Promise<FaultRun> {
  const folder = await mkdtemp(join(tmpdir(), 'axys-fault-'));
  const emulator = await startEmulator({
    contract: await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false }),
    ...{ port: 0, seed: 3, timeScale: defaultTimeScale, production, faults, allowIps: ['127.0.0.1'] },
    ...{ profile: { ...builtInProfile(), timing }, accessLog: null, clock: systemClock },
  });
  const environment = production ? 'production' : 'emulator';
  const handover = await writeHandover(join(folder, 'emulator.env'), emulator, environment);
  try {
    // No PATH leads to a Java runtime: the view it renders is not under test here.
    const captured = capturedIo(folder, { PATH: folder });
    const tags = production ? [] : ['--tags', requirements.map((row) => `@${row}`).join(' or ')];
    const code = await main(['run', '--seed', '3', '--env-file', join(folder, 'emulator.env'), ...tags], captured.io);
    const printed = captured.stdout() + captured.stderr();
    return { code, printed, ...(await leftIn(join(folder, 'reports/latest'))) };
  } finally {
    await handover.remove();
    await emulator.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function leftIn(latest: string): Promise<Pick<FaultRun, 'decision' | 'reported'>> {
  const read = async (file: string) => readFile(join(latest, file), 'utf8');
  const summary = JSON.parse(await read('summary.json')) as { readonly decision: string };
  const lines = (await read('results/results.ndjson')).trim().split('\n');
  const results = lines.map((line) => JSON.parse(line) as ScenarioResult);
  const invariants = JSON.parse(await read('results/invariants.json')) as readonly InvariantOutcome[];
  const checks = results.flatMap((result) => result.checks).filter(({ outcome }) => outcome === 'violated');
  const findings = results.flatMap((result) => result.findings).filter(({ expected }) => !expected);
  return {
    decision: summary.decision,
    reported: new Set([
      ...checks.map(({ check }) => `check ${check}`),
      ...findings.filter(({ level }) => level !== 'advisory').map(({ rule }) => `rule ${rule}`),
      ...invariants.filter(({ violations }) => violations.length > 0).map(({ id }) => `invariant ${id}`),
    ]),
  };
}

/** Runs the rows of a fault against an emulator that has it and looks who reported it. */
export async function tryFault(fault: FaultEntry): Promise<Trial> {
  const { code, decision, reported } = await runWithFaults([fault.id], fault.requirements, fault.area === 'production');
  const wanted = fault.caughtBy.map(catcherOf).map(({ kind, id }) => `${kind} ${id}`);
  const silent = wanted.filter((catcher) => !reported.has(catcher));
  const killed = silent.length === 0 && (code === 1 || code === 2);
  const caughtBy = wanted.filter((catcher) => reported.has(catcher));
  const alsoBy = [...reported].filter((reporter) => !wanted.includes(reporter));
  return { fault, decision, code, caughtBy, alsoBy, silent, killed };
}
