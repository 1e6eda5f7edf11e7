/** A stretch of a text that may be base64. */
export interface Stretch {
  readonly index: number;
  readonly text: string;
}

/** Shorter stretches cannot hold a card number. */
const shortest = 16;

/** 1 for each character of either alphabet of base64. */
const alphabet = new Uint8Array(256);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-') {
  alphabet[letter.charCodeAt(0)] = 1;
}

/**
 * Every stretch of at least 16 characters of base64, in one piece or in lines that follow it directly. Texts have one
 * character per byte. Only every sixteenth character is looked at until one can belong to a stretch: this is the scan's
 * busiest loop.
 */
export function base64Stretches(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  while (from + shortest <= text.length) {
    // All characters of the first sixteen count, so the last one that does not is where the next try begins.
    let at = from + shortest - 1;
    while (at >= from && isLetter(text, at)) at -= 1;
    if (at >= from) {
      from = at + 1;
      continue;
    }
    const end = linesEnd(text, runEnd(text, from + shortest));
    stretches.push({ index: from, text: text.slice(from, end) });
    from = end;
  }
  return stretches;
}

function isLetter(text: string, at: number): boolean {
  return alphabet[text.charCodeAt(at)] === 1;
}

function runEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isLetter(text, at)) at += 1;
  return at;
}

/** The end of the lines that go on after a line break. */
function linesEnd(text: string, from: number): number {
  let end = from;
  for (;;) {
    const next = text.startsWith('\r\n', end) ? end + 2 : text.startsWith('\n', end) ? end + 1 : end;
    if (next === end || next >= text.length || !isLetter(text, next)) return end;
    end = runEnd(text, next);
  }
}
