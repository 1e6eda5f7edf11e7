/** A line of a stream as JSON. */
export type RecordedLine = Readonly<Record<string, unknown>>;

/** What the lines of a stream must be like in their order. */
export interface StreamRule {
  /** Half a sentence for a line that cannot stand there, else null. */
  readonly line: (value: RecordedLine, number: number) => string | null;
  /** A new part of the run begins behind the last line. */
  readonly resumed: () => void;
}
