/**
 * How a card number is written in groups: what may stand between the groups, and how long they are. Judge, masking and the
 * card-data scan of the pack all read this table, so that none of them misses what another one finds.
 */

/** Ranges of code points, both ends included, that part groups where people, pages and terminals write card numbers. */
const separatorRanges: readonly (readonly [from: number, to: number])[] = [
  [0x09, 0x09], // tab
  [0x20, 0x20],
  [0x2b, 0x2b], // plus, a space in a form
  [0x2d, 0x2f], // hyphen, full stop, slash
  [0x5f, 0x5f], // underscore
  [0xa0, 0xa0], // no-break space
  [0xb7, 0xb7], // middle dot
  [0x2000, 0x200b], // spaces of typesetting, the one without width too
  [0x2010, 0x2015], // dashes
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x2212, 0x2212], // minus
  [0x3000, 0x3000],
];

/** Further ones that lists, lines and tables have as well: what is found with them is masked, and said of nobody. */
const doubtfulRanges: readonly (readonly [from: number, to: number])[] = [
  [0x0a, 0x0d], // line feed to carriage return
  [0x2c, 0x2c], // comma
  [0x3a, 0x3b], // colon, semicolon
  [0x7c, 0x7c], // vertical bar
];

/** Most characters between two groups, as in ` - `. */
const widest = 3;

/** Lengths of the groups; the last one may be a range. The same separator stands between all of them. */
const shapes: readonly (readonly string[])[] = [
  ['4', '4', '4', '1,7'],
  ['4', '6', '4,5'],
  ['4', '4', '8'],
  ['4', '8', '4'],
  ['6', '6', '4'],
];

/** Two groups are too common to be told to somebody as a card number. */
const doubtfulShapes: readonly (readonly string[])[] = [...shapes, ['6', '10'], ['8', '8']];

const separator = characterClass(separatorRanges);
const doubtful = characterClass([...separatorRanges, ...doubtfulRanges]);
const edge = String.raw`[\p{L}\p{N}]`;

/** Card numbers in the usual groups. Digits and what parts them alone: neither a letter nor another digit beside them. */
export const groupedDigits = new RegExp(`(?<!${edge})(?:${shapesOf(shapes, separator)})(?!${edge})`, 'gu');

/** As {@link groupedDigits}, and in groups that other numbers stand in as often. */
export const doubtfulGroups = new RegExp(`(?<!${edge})(?:${shapesOf(doubtfulShapes, doubtful)})(?!${edge})`, 'gu');

/** 13 to 23 digits in groups of any length: only a number that is known can be looked for in them. */
export const anyGroups = new RegExp(`\\d(?:${doubtful}{0,${widest}}\\d){12,22}`, 'gu');

/** As {@link groupedDigits}, for texts that have one character per byte of UTF-8. */
export const groupedBytes = new RegExp(
  `(?<![0-9A-Za-z])(?:${shapesOf(shapes, bytesOf(separatorRanges))})(?![0-9A-Za-z])`,
  'g',
);

/** As {@link anyGroups}, for texts that have one character per byte; without what parts the lines and cells of a file. */
export const anyGroupsInBytes = new RegExp(`\\d(?:${bytesOf(separatorRanges)}{0,${widest}}\\d){12,22}`, 'g');

/** Every byte that a separator has in UTF-8. */
export const separatorBytes: ReadonlySet<number> = new Set(
  codePoints(separatorRanges).flatMap((point) => [...Buffer.from(String.fromCodePoint(point))]),
);

/** Hardly any text has two groups in it, and that is far cheaper to look for. */
export function mayHoldGroups(text: string): boolean {
  return text.length >= 15 && /\d{4}[^\p{L}\d]{1,3}\d{4}/u.test(text);
}

function shapesOf(all: readonly (readonly string[])[], between: string): string {
  return all
    .map(([first = '', ...others], index) => {
      const again = others.map((length, place) => `${place === 0 ? '' : `\\k<s${index}>`}\\d{${length}}`);
      return `\\d{${first}}(?<s${index}>${between}{1,${widest}})${again.join('')}`;
    })
    .join('|');
}

function characterClass(ranges: readonly (readonly [from: number, to: number])[]): string {
  const escaped = (point: number): string => `\\u{${point.toString(16)}}`;
  return `[${ranges.map(([from, to]) => `${escaped(from)}-${escaped(to)}`).join('')}]`;
}

/** The ranges as sequences of bytes, one character each. A lone byte of one stands for itself in a text decoded before. */
function bytesOf(ranges: readonly (readonly [from: number, to: number])[]): string {
  const escaped = (byte: number): string => `\\x${byte.toString(16).padStart(2, '0')}`;
  const single = codePoints(ranges).filter((point) => point <= 0xff);
  const longer = codePoints(ranges).filter((point) => point > 0x7f);
  const sequences = longer.map((point) => [...Buffer.from(String.fromCodePoint(point))].map(escaped).join(''));
  return `(?:[${single.map(escaped).join('')}]|${sequences.join('|')})`;
}

function codePoints(ranges: readonly (readonly [from: number, to: number])[]): readonly number[] {
  return ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
}
