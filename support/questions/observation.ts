/** What exchanges said about a question. Masked values only. */
export interface Observation {
  /** The side of the question; empty where it has one side only. */
  readonly facet: string;
  /** The reading this speaks for; null where the answer is a value of its own. */
  readonly reading: string | null;
  /** What was seen, as text. */
  readonly value: string;
  /** The exchanges that prove it, in order. */
  readonly exchangeIds: readonly string[];
  /** The operations that said it. */
  readonly operations: readonly string[];
}
