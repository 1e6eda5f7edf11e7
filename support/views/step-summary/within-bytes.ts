/** Blocks of lines, in order, as long as they fit. */
export interface FittingText {
  readonly text: string;
  /** Lines that did not fit. */
  readonly left: number;
}

/** As many whole lines of `lines` as fit into `limit` bytes of UTF-8, each with its line break. */
export function withinBytes(lines: readonly string[], limit: number): FittingText {
  let bytes = 0;
  const fitting: string[] = [];
  for (const line of lines) {
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > limit) break;
    fitting.push(`${line}\n`);
  }
  return { text: fitting.join(''), left: lines.length - fitting.length };
}
