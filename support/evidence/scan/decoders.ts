import { base64Stretches, type Stretch } from './base64-stretches.js';
import { DecodedWords } from './decoded-words.js';
import { asBytes, type Decoded, type Decoder } from './layer.js';
import { rewrite, type Escape } from './rewrite.js';

const jsonEscape = /\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))/y;
const shortEscapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const percent = /%([0-9a-fA-F]{2})/y;
const entity = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(quot|amp|lt|gt|apos|nbsp));/y;
const namedEntities: Readonly<Record<string, string>> = {
  ...{ quot: '"', amp: '&', lt: '<', gt: '>', apos: "'", nbsp: ' ' },
};

const escapes: readonly (Escape & { readonly id: string })[] = [
  {
    // JSON inside a JSON string shows its quotes and line ends as escapes.
    ...{ id: 'json', mark: '\\', pattern: jsonEscape },
    means: ([, code, short = '']) =>
      code === undefined ? (shortEscapes[short] ?? short) : codePoint(Number.parseInt(code, 16)),
  },
  {
    ...{ id: 'percent', mark: '%', pattern: percent },
    means: ([, hex = '']) => String.fromCharCode(Number.parseInt(hex, 16)),
  },
  {
    ...{ id: 'html', mark: '&', pattern: entity },
    means: ([all, decimal, hex, name = '']) => {
      if (decimal !== undefined) return codePoint(Number.parseInt(decimal, 10));
      return hex === undefined ? (namedEntities[name] ?? all) : codePoint(Number.parseInt(hex, 16));
    },
  },
];

/** Every encoding a secret is looked for in; each is also tried on what the others say. */
export const decoders: readonly Decoder[] = [
  ...escapes.map((escape) => ({ id: escape.id, decode: (text: string) => present(rewrite(text, escape)) })),
  {
    // A stretch may begin with characters that only look like base64, so each of the four alignments is read.
    id: 'base64',
    decode: (text) => {
      const stretches = base64Stretches(text);
      if (stretches.length === 0) return [];
      return [0, 1, 2, 3].flatMap((skipped) => present(decodeBase64(stretches, skipped)));
    },
  },
];

/** What is worth a look when it was decoded: text, or bytes with enough digits for a card number among them. */
const ascii = /^[\t\n\r\x20-\x7e]*$/;
const digits = /\d(?:[ +.-]?\d){12}/;

/** What the stretches say, one a line. Words and paths decode to noise, which is left out. */
function decodeBase64(stretches: readonly Stretch[], skipped: number): Decoded | null {
  const lines: string[] = [];
  const anchors: (readonly [decoded: number, encoded: number])[] = [];
  let length = 0;
  for (const { text, index } of stretches) {
    const decoded = words.decoded(text, skipped);
    if (decoded === null) continue;
    anchors.push([length, index]);
    lines.push(decoded);
    length += decoded.length + 1;
  }
  if (lines.length === 0) return null;
  // A stretch is named by its beginning: that is where a reader can decode it again.
  return { text: lines.join('\n'), at: (index) => anchors.findLast(([decoded]) => decoded <= index)?.[1] ?? 0 };
}

/** The same words stand in every file of a pack: each is decoded once. */
const words = new DecodedWords((text, skipped) => {
  const whole = text.includes('\n') ? text.replace(/[\r\n]/g, '') : text;
  const decoded = Buffer.from(skipped === 0 ? whole : whole.slice(skipped), 'base64').toString('latin1');
  return isText(decoded) || digits.test(decoded) ? decoded : null;
});

/** The second half tells: what came before a stretch may have been read as a part of it. */
function isText(decoded: string): boolean {
  const tail = decoded.slice(decoded.length >> 1);
  if (ascii.test(tail)) return true;
  if (/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(tail)) return false;
  // A character may be cut in two at either end.
  return !Buffer.from(tail, 'latin1').toString('utf8').slice(3, -3).includes('\ufffd');
}

function codePoint(value: number): string {
  return value <= 0x10_ff_ff ? asBytes(String.fromCodePoint(value)) : '';
}

function present(decoded: Decoded | null): readonly Decoded[] {
  return decoded === null ? [] : [decoded];
}
