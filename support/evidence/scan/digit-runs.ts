import { separatorBytes } from '../../card-data/card-number-groups.js';

/** A part of a text. */
export interface DigitRun {
  readonly index: number;
  readonly end: number;
}

/** Digits of the shortest card number, and so the fewest characters of one, however it is grouped. */
const fewest = 13;

/** 1 for a byte of a separator, 2 for a digit. */
const kinds = new Uint8Array(256);
for (const byte of separatorBytes) kinds[byte] = 1;
for (const digit of '0123456789') kinds[digit.charCodeAt(0)] = 2;

/**
 * Every stretch of digits and the bytes that may part them (spaces, dashes and the like) in which thirteen or more digits
 * stand. Texts have one character per byte. Only every thirteenth character is looked at until one can belong to such a stretch.
 */
export function digitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = [];
  let from = 0;
  while (from + fewest <= text.length) {
    let at = from + fewest - 1;
    while (at >= from && kindAt(text, at) !== 0) at -= 1;
    if (at >= from) {
      from = at + 1;
      continue;
    }
    let digits = 0;
    let end = from;
    for (let kind = kindAt(text, end); kind !== 0; kind = kindAt(text, end)) {
      if (kind === 2) digits += 1;
      end += 1;
    }
    if (digits >= fewest) runs.push({ index: from, end });
    from = end;
  }
  return runs;
}

function kindAt(text: string, at: number): number {
  return kinds[text.charCodeAt(at)] ?? 0;
}
