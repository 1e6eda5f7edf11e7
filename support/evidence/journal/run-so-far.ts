/** A result that was read and whose end the journal has not told yet. */
export interface UntoldResult {
  readonly scenario: string;
  readonly attempt: number;
  readonly verdict: string;
}

/** When lines that lie between two events were written, by the clock of the journal; see `span-of-time.ts`. */
export interface Span {
  /** Time of the event before, ISO 8601. */
  readonly from: string;
  /** Time of the event behind; null where another process, with another clock, wrote that event. */
  readonly to: string | null;
}

/** What has been read of a run so far, as far as its streams are held against each other. */
export interface RunSoFar {
  /** Number of the last connection. */
  connections: number;
  /** Number of the last exchange. */
  exchanges: number;
  /** Writing calls that the journal announced: scenario to the ordinals of its calls. */
  readonly announced: Map<string, Set<number>>;
  /** In the order of their lines. */
  readonly results: UntoldResult[];
  /** When the lines that are read now were written. */
  span: Span;
}
