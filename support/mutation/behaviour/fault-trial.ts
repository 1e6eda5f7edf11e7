import { catcherOf, type FaultEntry } from '../../emulator/faults/fault-catalogue.js';
import { exitCode, type ExitCode } from '../../messages/exit-code.js';
import { unreachable } from '../../messages/unreachable.js';
import type { TriedMutant, TrialOutcome } from '../score/scored-mutant.js';
import type { FaultOrder, FaultRun } from './fault-run.js';

/** A fault that was tried. Catchers are named `check id`, `rule id` or `invariant id`. */
export interface FaultTrial {
  readonly fault: string;
  readonly requirements: readonly string[];
  readonly outcome: TrialOutcome;
  /** Decision of the run; null when there was none. */
  readonly decision: string | null;
  readonly exitCode: ExitCode | null;
  readonly caughtBy: readonly string[];
  /** Whatever else reported something in the same run. */
  readonly alsoBy: readonly string[];
  /** Catchers of the entry that said nothing. */
  readonly silent: readonly string[];
  /** Why the fault was not killed; null when it was. */
  readonly because: string | null;
}

/** Decisions that a fault can lead to; any other exit code says that the run, not the product, is broken. */
const decided: ReadonlySet<ExitCode> = new Set([exitCode.ok, exitCode.rejected, exitCode.incomplete]);

/** The order that tries a fault: its rows, in the environment where it shows. */
export function orderOf({ id, requirements, area }: FaultEntry): FaultOrder {
  return { faults: [id], rows: requirements, environment: area === 'production' ? 'production' : 'emulator' };
}

/** Decides what became of a fault from its run. */
export function trialOf(fault: FaultEntry, run: FaultRun): FaultTrial {
  const wanted = fault.caughtBy.map(catcherOf).map(({ kind, id }) => `${kind} ${id}`);
  const silent = wanted.filter((catcher) => !run.reported.includes(catcher));
  const outcome = outcomeOf(run, silent);
  return {
    ...{ fault: fault.id, requirements: fault.requirements, outcome, decision: run.decision, exitCode: run.exitCode },
    caughtBy: wanted.filter((catcher) => run.reported.includes(catcher)),
    alsoBy: run.reported.filter((reporter) => !wanted.includes(reporter)),
    silent,
    because: reasonOf(outcome, run, silent),
  };
}

/** A fault whose run came to no decision at all. */
export function brokenTrial(
  { id, requirements }: Pick<FaultEntry, 'id' | 'requirements'>,
  because: string,
): FaultTrial {
  return {
    ...{ fault: id, requirements, outcome: 'broken', decision: null, exitCode: null, because },
    ...{ caughtBy: [], alsoBy: [], silent: [] },
  };
}

/** A tried fault as a mutant. */
export function mutantOf({ fault: id, requirements, outcome, caughtBy, because }: FaultTrial): TriedMutant {
  return { part: 'behaviour', kind: 'seeded-fault', id, requirements, outcome, caughtBy, because };
}

function outcomeOf({ exitCode: code }: FaultRun, silent: readonly string[]): TrialOutcome {
  if (!decided.has(code)) return 'broken';
  return silent.length === 0 && code !== exitCode.ok ? 'killed' : 'survived';
}

function reasonOf(outcome: TrialOutcome, run: FaultRun, silent: readonly string[]): string | null {
  switch (outcome) {
    case 'killed':
      return null;
    case 'broken':
      return `the run ended ${run.decision} with exit code ${run.exitCode}: ${run.why}`;
    case 'survived':
      return silent.length > 0
        ? `nothing was heard of ${silent.join(', ')}; the run ended ${run.decision}`
        : `the run ended ${run.decision} with exit code ${run.exitCode} although it was reported`;
    default:
      return unreachable(outcome, 'outcome of a fault');
  }
}
