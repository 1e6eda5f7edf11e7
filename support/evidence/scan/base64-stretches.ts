import { isBase64, nextBase64Run, runEnd } from '../../card-data/base64-runs.js';

/** A stretch of a text that may be base64. */
export interface Stretch {
  readonly index: number;
  readonly text: string;
}

/**
 * Every stretch of at least 16 characters of base64, in one piece or in lines that follow it directly. Texts have one
 * character per byte.
 */
export function base64Stretches(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (let run = nextBase64Run(text, from); run !== null; run = nextBase64Run(text, from)) {
    from = linesEnd(text, run.end);
    stretches.push({ index: run.index, text: text.slice(run.index, from) });
  }
  return stretches;
}

/** The end of the lines that go on after a line break. */
function linesEnd(text: string, from: number): number {
  let end = from;
  for (;;) {
    const next = text.startsWith('\r\n', end) ? end + 2 : text.startsWith('\n', end) ? end + 1 : end;
    if (next === end || next >= text.length || !isBase64(text, next)) return end;
    end = runEnd(text, next);
  }
}
