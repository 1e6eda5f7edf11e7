import type { ZipEnd } from './zip-end.js';
import type { ZipEntry } from './zip-entry.js';

/** What the form of a zip depends on: everything else around the data is the same in every zip of ours. */
export type FormOf = Pick<ZipEntry, 'name' | 'method' | 'crc' | 'compressed' | 'size' | 'offset'>;

/** The largest number that fits the narrow fields of a zip. */
export const narrow = 0xff_ff_ff_ff;

const utf8Names = 0x08_00;
const withDescriptor = 0x00_08;
/** The first date a zip can hold. */
const noDate = 0x00_21_00_00;
/** A regular file, mode 0644, as Unix and as DOS say it. */
const attributes = ((0o10_0644 << 16) | 0x20) >>> 0;
const madeOnUnix = 0x03_00;
const [plain, wide] = [20, 45];

/** The header before a file's data: checksum and sizes stand behind the data, because it is packed as it comes. */
export function localHeader({ name, method }: FormOf): Buffer {
  const bytes = Buffer.from(name);
  const fixed = numbers([4, 0x04_03_4b_50], [2, plain], [2, flagsOf(name)], [2, method], [4, noDate]);
  return Buffer.concat([fixed, Buffer.alloc(12), numbers([2, bytes.length], [2, 0]), bytes]);
}

/** Checksum and sizes behind a file's data. */
export function dataDescriptor({ crc, compressed, size }: FormOf): Buffer {
  const width = compressed > narrow || size > narrow ? 8 : 4;
  return numbers([4, 0x08_07_4b_50], [4, crc], [width, compressed], [width, size]);
}

/** A file's record in the list at the end of the zip. */
export function listRecord({ name, method, crc, compressed, size, offset }: FormOf): Buffer {
  const bytes = Buffer.from(name);
  const isWide = [compressed, size, offset].some((value) => value > narrow);
  const extra = isWide ? numbers([2, 1], [2, 24], [8, size], [8, compressed], [8, offset]) : Buffer.alloc(0);
  const said = (value: number) => (isWide ? narrow : value);
  const fixed = numbers(
    ...([
      [4, 0x02_01_4b_50],
      [2, madeOnUnix | wide],
      [2, isWide ? wide : plain],
      [2, flagsOf(name)],
    ] as const),
    ...([
      [2, method],
      [4, noDate],
      [4, crc],
      [4, said(compressed)],
      [4, said(size)],
    ] as const),
    ...([
      [2, bytes.length],
      [2, extra.length],
      [2, 0],
      [4, 0],
      [4, attributes],
      [4, said(offset)],
    ] as const),
  );
  return Buffer.concat([fixed, bytes, extra]);
}

/** What stands behind the list: the end of the zip, with a wider record before it where numbers do not fit. */
export function endRecords({ count, from, size }: ZipEnd): Buffer {
  const isWide = count > 0xff_ff || size > narrow || from > narrow;
  const said = isWide ? { count: 0xff_ff, size: narrow, from: narrow } : { count, size, from };
  const end = numbers(
    ...([
      [4, 0x06_05_4b_50],
      [4, 0],
      [2, said.count],
      [2, said.count],
      [4, said.size],
      [4, said.from],
      [2, 0],
    ] as const),
  );
  if (!isWide) return end;
  const record = numbers(
    ...([
      [4, 0x06_06_4b_50],
      [8, 44],
      [2, wide],
      [2, wide],
      [8, 0],
      [8, count],
      [8, count],
      [8, size],
      [8, from],
    ] as const),
  );
  const locator = numbers([4, 0x07_06_4b_50], [4, 0], [8, from + size], [4, 1]);
  return Buffer.concat([record, locator, end]);
}

/** A part of a header: its words, and the bytes it takes. */
export interface HeaderField {
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** Fields of {@link localHeader} before the name, with those that belong together as one. */
export const localFields: readonly HeaderField[] = [
  { words: 'version', from: 4, to: 6 },
  { words: 'flags', from: 6, to: 8 },
  { words: 'way of packing', from: 8, to: 10 },
  { words: 'date', from: 10, to: 14 },
  { words: 'checksum or sizes', from: 14, to: 26 },
  { words: 'extra fields', from: 28, to: 30 },
];

/** Fields of {@link listRecord} that are the same in every record, or follow from others. */
export const listFields: readonly HeaderField[] = [
  { words: 'version', from: 4, to: 8 },
  { words: 'flags', from: 8, to: 10 },
  { words: 'date', from: 12, to: 16 },
  { words: 'extra fields', from: 30, to: 32 },
  { words: 'comment', from: 32, to: 34 },
  { words: 'kind of file', from: 34, to: 42 },
];

/** The words of the first field in which a header is not as it should be; null when it is the same to the last byte. */
export function oddField(found: Buffer, expected: Buffer, fields: readonly HeaderField[]): string | null {
  if (found.equals(expected)) return null;
  const odd = fields.find(({ from, to }) => !found.subarray(from, to).equals(expected.subarray(from, to)));
  return odd?.words ?? 'length';
}

function flagsOf(name: string): number {
  return withDescriptor | (Buffer.byteLength(name) === name.length ? 0 : utf8Names);
}

/** Numbers one after another, each with its width in bytes; little end first. */
function numbers(...fields: readonly (readonly [width: 2 | 4 | 8, value: number])[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of fields) {
    if (width === 8) bytes.writeBigUInt64LE(BigInt(value), at);
    else bytes.writeUIntLE(value, at, width);
    at += width;
  }
  return bytes;
}
