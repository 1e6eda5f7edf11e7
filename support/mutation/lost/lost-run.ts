import type { DerivedRun } from '../../views/derived-run.js';
import type { Losses } from './losing-calls.js';
import type { ExitCode } from '../../messages/exit-code.js';

/** What came of a run that lost calls. Plain data: it passes between processes. */
export interface LostRun {
  readonly lost: number;
  readonly exitCode: ExitCode;
  readonly why: string;
  /** What was held against the target or the harness, although nothing but a call was lost, and what passed all the same. */
  readonly accusations: readonly string[];
}

/** Exit codes of a run about which a lost call may leave questions open, and nothing more. */
const fair: ReadonlySet<ExitCode> = new Set<ExitCode>([0, 2, 3]);

/** The decided run, and every accusation in it. */
export function lostRunOf({ gate, results, invariants }: DerivedRun, { lost, passed }: Losses): LostRun {
  const { exitCode, why } = gate;
  const failed = results.filter(({ verdict }) => verdict === 'fail' || verdict === 'harness-error');
  return {
    ...{ lost, exitCode, why },
    accusations: [
      ...passed.map((id) => `pass ${id}: without a word on one of its calls`),
      ...failed.map(({ id, verdict, reason }) => `${verdict} ${id}: ${reason}`),
      ...invariants
        .filter(({ level }) => level === 'fail')
        .flatMap(({ id, violations }) => violations.map(({ message }) => `${id}: ${message}`)),
      ...(fair.has(exitCode) ? [] : [`exit code ${String(exitCode)}: ${why}`]),
    ],
  };
}
