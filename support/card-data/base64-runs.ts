/** A piece of a text, from its first character to the one behind it. */
export interface Base64Run {
  readonly index: number;
  readonly end: number;
}

/** Characters of the shortest run: fewer cannot hold a card number. */
export const shortestRun = 16;

/** 1 for each character of either alphabet of base64. */
const alphabet = new Uint8Array(128);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-') {
  alphabet[letter.charCodeAt(0)] = 1;
}

/**
 * The first run of at least 16 characters of base64 that begins at `from` or behind it, as long as it goes on; null where there
 * is none. Only every sixteenth character is looked at until one can belong to a run: this is a busy loop of judge and scan.
 */
export function nextBase64Run(text: string, from: number): Base64Run | null {
  let index = from;
  while (index + shortestRun <= text.length) {
    // All characters of the first sixteen count, so the last one that does not is where the next try begins.
    let at = index + shortestRun - 1;
    while (at >= index && isBase64(text, at)) at -= 1;
    if (at < index) return { index, end: runEnd(text, index + shortestRun) };
    index = at + 1;
  }
  return null;
}

/** True for a character of either alphabet of base64; padding is none. */
export function isBase64(text: string, at: number): boolean {
  return alphabet[text.charCodeAt(at)] === 1;
}

/** Where characters of base64 end that stand from `from` on. */
export function runEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBase64(text, at)) at += 1;
  return at;
}
