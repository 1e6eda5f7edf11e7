import type { EnvironmentName } from '../../config/environment-name.js';
import type { DerivedRun } from '../../views/derived-run.js';
import type { ExitCode } from '../../messages/exit-code.js';

/** What is to be run: rows of the matrix against an emulator with these faults. */
export interface FaultOrder {
  /** Ids of the faults to plant; none for a control run. */
  readonly faults: readonly string[];
  /** Ids of the rows whose scenarios run; production's own rows run whatever is said here. */
  readonly rows: readonly string[];
  readonly environment: Extract<EnvironmentName, 'emulator' | 'production'>;
}

/** What became of such a run. Plain data: it passes between processes. */
export interface FaultRun {
  readonly exitCode: ExitCode;
  readonly decision: string;
  readonly why: string;
  /** What reported something no step expected, as `check id`, `rule id` or `invariant id`, each once. */
  readonly reported: readonly string[];
}

/** The decided run, and who reported something in it. Advisory findings report nothing: the vendor may add at any time. */
export function faultRunOf({ gate, results, invariants }: DerivedRun): FaultRun {
  const violated = results.flatMap(({ checks }) => checks).filter(({ outcome }) => outcome === 'violated');
  const findings = results.flatMap((result) => result.findings).filter(({ expected }) => !expected);
  const broken = invariants.filter(({ violations }) => violations.length > 0);
  return {
    ...{ exitCode: gate.exitCode, decision: gate.decision, why: gate.why },
    reported: [
      ...new Set([
        ...violated.map(({ check }) => `check ${check}`),
        ...findings.filter(({ level }) => level !== 'advisory').map(({ rule }) => `rule ${rule}`),
        ...broken.map(({ id }) => `invariant ${id}`),
      ]),
    ],
  };
}
