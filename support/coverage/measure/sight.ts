import type { Exchange } from '../../trace/exchange.js';
import type { TargetTally } from './target-tally.js';

/** The same exchange with another answer in one respect: what a check would have seen had the target done otherwise. */
export interface Alteration {
  /** Equal for alterations of one exchange that do the same. */
  readonly key: string;
  /** JSON Pointer into the exchange that a check must have read for the alteration to matter; null for anything. */
  readonly reads: string | null;
  /** One or more ways to do otherwise; noticing one of them is enough. */
  readonly apply: (exchange: Exchange) => readonly Exchange[];
}

/** What one exchange says about one target. */
export interface Sight {
  readonly tally: TargetTally;
  /** False for an exchange that could have shown the target and did not. */
  readonly matched: boolean;
  /** How to tell whether a check looks at it; null where none can, and where one is known to. */
  readonly alteration: Alteration | null;
  /** True for a transition that was inferred between two readings. */
  readonly inferred?: true;
}
