import type { Beyond } from './measure/beyond-contract.js';
import type { CoverageLevel } from './measure/target-tally.js';
import type { JudgedExclusion } from './exclusions/exclusion.js';
import type { TargetKind } from './targets/target-kinds.js';

/** Place of the artefact in a pack. */
export const coverageFile = 'coverage.json';

/** One target with what a run shows of it. */
export interface CoverageRow {
  /** `kind:owner:place` with `=detail`; see `docs/coverage.md`. */
  readonly id: string;
  readonly contract: string;
  readonly level: CoverageLevel;
  /** True for a transition that was only ever inferred between two readings. */
  readonly inferred?: true;
  /** Pattern of the exclusion that lets it be open. */
  readonly excluded?: string;
  /** Scenarios that matched it, as ranges of places in `scenarios`: `0-3,7`. Empty for calls of the harness itself. */
  readonly scenarios: string;
}

/** What a run shows of one kind of target. Each count includes the next. */
export interface KindCount {
  readonly kind: TargetKind;
  readonly targets: number;
  readonly attempted: number;
  readonly matched: number;
  readonly asserted: number;
  /** Not matched, and excluded with a reason. */
  readonly excluded: number;
  /** Neither matched nor excluded. */
  readonly open: number;
}

/** What a suite exercised of its contract and lifecycles: `coverage.json`. */
export interface Coverage {
  readonly runId: string;
  /** True when only a part of the matrix was selected. */
  readonly partial: boolean;
  readonly counts: readonly KindCount[];
  readonly exclusions: readonly JudgedExclusion[];
  /** Seen, and not in the contract; in no count. */
  readonly beyond: readonly Beyond[];
  readonly scenarios: readonly { readonly id: string; readonly requirements: readonly string[] }[];
  readonly targets: readonly CoverageRow[];
}
