/** What a file, or its beginning, held at a moment of the run. */
export interface FileMark {
  /** Path below the run's folder. */
  readonly file: string;
  /** Bytes from its start. */
  readonly bytes: number;
  /** SHA-256 of these bytes, lower-case hex. */
  readonly sha256: string;
}
