import type { Readings } from './decoded-words.js';

/** A stretch may begin with characters that only look like base64, so it is read from each of these on. */
export const alignments = [0, 1, 2, 3] as const;

/** What is worth a look when it was decoded: text, or bytes with enough digits for a card number among them. */
const digits = /\d(?:[ +.-]?\d){12}/;
const fewestDigits = 13;

/** What the words of a pack decode to, one after the other: most are noise, and no text is made of that. */
let decoded = Buffer.allocUnsafe(4096);

/** Every reading of a stretch of base64, one character per byte; null where all are noise, as of words and paths. */
export function base64Readings(stretch: string): Readings {
  const whole = stretch.includes('\n') ? stretch.replace(/[\r\n]/g, '') : stretch;
  if (whole.length > decoded.length) decoded = Buffer.allocUnsafe(whole.length * 2);
  const readings = alignments.map((skipped) => reading(skipped === 0 ? whole : whole.slice(skipped)));
  return readings.every((text) => text === null) ? null : readings;
}

function reading(stretch: string): string | null {
  const size = decoded.write(stretch, 0, 'base64');
  if (isText(decoded, size)) return decoded.toString('latin1', 0, size);
  if (digitsIn(decoded, size) < fewestDigits) return null;
  const text = decoded.toString('latin1', 0, size);
  return digits.test(text) ? text : null;
}

/** Kinds of bytes: those of ASCII texts, those that no text has, and those that are part of a longer character. */
const [letter, control, part] = [0, 1, 2];
const kinds = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x80) return part;
  const isLetter = (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d;
  return isLetter ? letter : control;
});

/** The second half tells: what came before a stretch may have been read as a part of it. */
function isText(bytes: Buffer, size: number): boolean {
  const from = size >> 1;
  let isAscii = true;
  for (let at = from; at < size; at += 1) {
    const kind = kinds[bytes[at] ?? 0];
    if (kind === control) return false;
    if (kind === part) isAscii = false;
  }
  // A character may be cut in two at either end.
  return isAscii || !bytes.toString('utf8', from, size).slice(3, -3).includes('\ufffd');
}

function digitsIn(bytes: Buffer, size: number): number {
  let count = 0;
  for (let at = 0; at < size; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x30 && byte <= 0x39) count += 1;
  }
  return count;
}
