import type { ChangeClass } from '../contract/change-class.js';
import type { BehaviourChange, NotObserved, VerdictChange } from './behaviour-change.js';
import type { ObservedRun } from './observed-behaviour.js';

/** What two runs of the old version differed in: it says nothing about a new one. JSON-serialisable. */
export interface Noise {
  /** Run ids of each pair it was learned from. */
  readonly runs: readonly (readonly [string, string])[];
  /** What differed, as {@link BehaviourDiff} names aspects; sorted. */
  readonly aspects: readonly string[];
}

/** What two runs saw of the target that differs. Shape: `schemas/evidence/behaviour-diff.schema.json`. */
export interface BehaviourDiff {
  readonly old: ObservedRun;
  readonly new: ObservedRun;
  /** The worst class of changes and verdicts together; `unknown` when the runs have no scenario in common. */
  readonly class: ChangeClass;
  /** Scenarios that both ran: the only ones that are compared. */
  readonly compared: number;
  /** What the target did differently, the worst first. */
  readonly changes: readonly BehaviourChange[];
  /** Rows, scenarios and checks that ended differently, rows first, the worst first. */
  readonly verdicts: readonly VerdictChange[];
  readonly notObserved: readonly NotObserved[];
  /** Changes that two runs of the old version show as well; they count for nothing. Null when none were given. */
  readonly noise: { readonly runs: Noise['runs']; readonly changes: readonly BehaviourChange[] } | null;
}
