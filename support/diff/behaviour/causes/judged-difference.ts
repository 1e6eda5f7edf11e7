import type { ExchangePair } from '../behaviour-change.js';

/** A finding that one run has and the other has not, with an answer of the same operation on the other side. */
export interface JudgedDifference {
  readonly rule: string;
  readonly came: boolean;
  readonly exchanges: ExchangePair;
}
