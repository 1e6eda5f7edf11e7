/** An entry of `coverage-exclusions.yaml`: targets that need not be covered for the time being. */
export interface Exclusion {
  /** Pattern over target ids; `*` stands for any characters. */
  readonly targets: string;
  /** Why nobody covers them, as a sentence. */
  readonly reason: string;
  /** Who answers for it. */
  readonly owner: string;
  /** Last day it holds, `YYYY-MM-DD`. */
  readonly expires: string;
}

/** `used` lets something be open; `needless`: all it names is covered; `matchless`: it names no target; `expired`: void. */
export type ExclusionState = 'used' | 'needless' | 'matchless' | 'expired';

/** An exclusion with what became of it in a run. */
export interface JudgedExclusion extends Exclusion {
  readonly state: ExclusionState;
  /** Targets it names. */
  readonly named: number;
  /** Of these, those that are not covered. */
  readonly uncovered: number;
}
