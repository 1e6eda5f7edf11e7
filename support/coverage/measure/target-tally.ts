import type { ListedTarget } from '../targets/target.js';

/** How far a target came: each word includes those before it. */
export type CoverageLevel = 'none' | 'attempted' | 'matched' | 'asserted';

/** What measuring finds out about one target. */
export class TargetTally {
  attempted = false;
  matched = false;
  asserted = false;
  /** False while every match was inferred between two readings; only transitions are ever inferred. */
  direct = false;
  /** Scenarios that matched it, by their place among the results. */
  readonly scenarios = new Set<number>();

  constructor(readonly target: ListedTarget) {}

  get level(): CoverageLevel {
    if (this.asserted) return 'asserted';
    if (this.matched) return 'matched';
    return this.attempted ? 'attempted' : 'none';
  }
}
