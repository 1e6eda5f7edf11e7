import { createHash } from 'node:crypto';

/** Where a journal ends: what the signed statement of a pack names. */
export interface JournalHead {
  /** Number of lines. */
  readonly lines: number;
  /** SHA-256 (hex) of the last line with its line break; of the start where there is no line. */
  readonly sha256: string;
}

/** The `previousHash` of a journal's first line: `echo 'axys-certify journal of RUN-ID' | sha256sum`. */
export function chainStart(runId: string): string {
  return lineHash(`axys-certify journal of ${runId}`);
}

/**
 * What the next line carries as `previousHash`: SHA-256 (hex) of a line and its line break, so that stock tools find the same
 * (`sed -n 5p journal/events.ndjson | sha256sum`).
 */
export function lineHash(line: string | Uint8Array): string {
  return createHash('sha256').update(line).update('\n').digest('hex');
}
