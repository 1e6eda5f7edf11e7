import type { DerivedRun } from '../../evidence/views/derived-run.js';
import type { ExitCode } from '../../verdict/exit-code.js';

/** What came of a run that lost calls. Plain data: it passes between processes. */
export interface LostRun {
  readonly lost: number;
  readonly exitCode: ExitCode;
  readonly why: string;
  /** What was held against the target, or against the harness, although nothing but a call was lost. */
  readonly accusations: readonly string[];
}

/** Exit codes of a run about which a lost call may leave questions open, and nothing more. */
const fair: ReadonlySet<ExitCode> = new Set<ExitCode>([0, 2, 3]);

/** The decided run, and every accusation in it. */
export function lostRunOf({ gate, results, invariants }: DerivedRun, lost: number): LostRun {
  const { exitCode, why } = gate;
  const failed = results.filter(({ verdict }) => verdict === 'fail' || verdict === 'harness-error');
  return {
    ...{ lost, exitCode, why },
    accusations: [
      ...failed.map(({ id, verdict, reason }) => `${verdict} ${id}: ${reason}`),
      ...invariants
        .filter(({ level }) => level === 'fail')
        .flatMap(({ id, violations }) => violations.map(({ message }) => `${id}: ${message}`)),
      ...(fair.has(exitCode) ? [] : [`exit code ${String(exitCode)}: ${why}`]),
    ],
  };
}
