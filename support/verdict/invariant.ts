import type { FindingLevel, Provenance } from '../judgement/provenance.js';
import type { Exchange } from '../trace/exchange.js';
import type { ObservedTransition } from '../trace/recorder.js';

/** One place where an invariant does not hold. */
export interface InvariantViolation {
  /** The exchanges that show it together, in order. */
  readonly exchangeIds: readonly string[];
  /** One sentence: expected, received, which object. Never a sensitive value. */
  readonly message: string;
}

/** What became of an invariant over the whole traffic of a run. */
export interface InvariantOutcome {
  /** Permanent id, such as `balance-never-negative`. */
  readonly id: string;
  /** What always holds, as one sentence for the auditor. */
  readonly title: string;
  readonly provenance: Provenance;
  /** The vendor's page the rule comes from, such as `docs/accounts-wallets-and-deposit-addresses`. */
  readonly source: string;
  /** What a violation means. */
  readonly level: FindingLevel;
  /** How often it was put to the test; 0 means that nothing in the run could show it, met or broken. */
  readonly evaluated: number;
  /** In the order they were seen. */
  readonly violations: readonly InvariantViolation[];
}

/** What an invariant found when it looked at one exchange or transition. */
export interface InvariantFinding {
  /** How many comparisons were made. */
  readonly evaluated: number;
  readonly violations: readonly InvariantViolation[];
}

/**
 * One invariant while it watches a run: it is shown everything once, in order, and keeps only what it needs for the rest
 * (a few values an object). It never waits, reads a clock or looks anywhere else, so that `verify` comes to the same.
 */
export interface InvariantWatch {
  /** Called for each exchange of the target; replayed answers are never shown. */
  readonly exchange?: (exchange: Exchange) => InvariantFinding;
  /** Called for each state change the exchanges showed. */
  readonly transition?: (transition: ObservedTransition) => InvariantFinding;
  /** Called once after everything, by invariants that judge a thing by what comes after it. */
  readonly end?: () => InvariantFinding;
}

/** Nothing that an invariant is about. */
export const nothingToSay: InvariantFinding = { evaluated: 0, violations: [] };

/** A rule that all traffic of a run must keep, whatever the scenario. */
export interface Invariant {
  /** Permanent id. */
  readonly id: string;
  readonly title: string;
  readonly provenance: Provenance;
  readonly source: string;
  /** Ids of contradictions or open questions that cover the rule: a violation is then a review. */
  readonly questions: readonly string[];
  /** A fresh watch, that knows nothing of any run. */
  readonly watch: () => InvariantWatch;
}
