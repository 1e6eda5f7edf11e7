/** A stretch of base64 or base64url that holds readable text. */
export interface EncodedText {
  readonly index: number;
  readonly length: number;
  /** What it says, decoded. */
  readonly text: string;
}

/** Shorter stretches cannot hold a card number. */
const stretches = /[A-Za-z0-9+/_-]{16,}={0,2}/g;
const readable = /^[\t\n\r\x20-\x7e\u00a0-\uffff]+$/;

/**
 * Finds base64 in a text, so that a secret does not pass because somebody wrapped it. Stretches that decode to anything but
 * UTF-8 text (ids, hashes, ordinary words) are left out.
 */
export function findEncodedText(text: string): readonly EncodedText[] {
  return [...text.matchAll(stretches)].flatMap(({ 0: stretch, index }) => {
    const bytes = Buffer.from(stretch, 'base64');
    const decoded = bytes.toString('utf8');
    return readable.test(decoded) && !decoded.includes('\ufffd')
      ? [{ index, length: stretch.length, text: decoded }]
      : [];
  });
}
