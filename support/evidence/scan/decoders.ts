import { alignments, base64Readings } from './base64-readings.js';
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
    id: 'base64',
    decode: (text) => decodeBase64(base64Stretches(text)),
  },
];

/** What the stretches say, one a line. Words and paths decode to noise, which is left out. */
function decodeBase64(stretches: readonly Stretch[]): readonly Decoded[] {
  const read = stretches.flatMap(({ index, text }) => {
    const readings = words.decoded(text);
    return readings === null ? [] : [{ index, readings }];
  });
  return alignments.flatMap((alignment) => {
    const lines: string[] = [];
    const anchors: (readonly [decoded: number, encoded: number])[] = [];
    let length = 0;
    for (const { index, readings } of read) {
      const decoded = readings[alignment] ?? null;
      if (decoded === null) continue;
      anchors.push([length, index]);
      lines.push(decoded);
      length += decoded.length + 1;
    }
    if (lines.length === 0) return [];
    // A stretch is named by its beginning: that is where a reader can decode it again.
    const at = (index: number) => anchors.findLast(([decoded]) => decoded <= index)?.[1] ?? 0;
    return [{ text: lines.join('\n'), at }];
  });
}

/** The same words stand in every file of a pack: each is decoded once. */
const words = new DecodedWords(base64Readings);

function codePoint(value: number): string {
  return value <= 0x10_ff_ff ? asBytes(String.fromCodePoint(value)) : '';
}

function present(decoded: Decoded | null): readonly Decoded[] {
  return decoded === null ? [] : [decoded];
}
