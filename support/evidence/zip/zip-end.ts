import type { FileHandle } from 'node:fs/promises';

/** Where the central directory of a zip lies. */
export interface ZipEnd {
  readonly count: number;
  readonly from: number;
  readonly size: number;
}

const endLength = 22;
const locatorLength = 20;
const end64Length = 56;

/** Bytes of a file; throws a plain sentence when it is shorter. */
export async function bytesAt(file: FileHandle, from: number, length: number): Promise<Buffer> {
  if (from < 0) throw new Error('it is too short to be a zip');
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
  if (bytesRead !== length) throw new Error('it ends too early');
  return buffer;
}

/**
 * Reads the end of a zip. Only the form our own writer makes is taken: the end record is the end of the file, without a
 * comment, so that nothing can stand behind it.
 */
export async function readZipEnd(file: FileHandle, length: number): Promise<ZipEnd> {
  const end = await bytesAt(file, length - endLength, endLength);
  if (end.readUInt32LE(0) !== 0x06_05_4b_50) throw new Error('it is no zip, or its end is missing');
  const [disk, listDisk, here, count] = [4, 6, 8, 10].map((field) => end.readUInt16LE(field));
  const [size, from] = [end.readUInt32LE(12), end.readUInt32LE(16)];
  if (disk !== 0 || listDisk !== 0 || here !== count) throw new Error('it is a part of several');
  const wide = count === 0xff_ff || size === 0xff_ff_ff_ff || from === 0xff_ff_ff_ff;
  if (!wide) return closed({ count: count ?? 0, from, size }, length - endLength);
  const end64 = length - endLength - locatorLength - end64Length;
  const record = await bytesAt(file, end64, end64Length);
  if (record.readUInt32LE(0) !== 0x06_06_4b_50) throw new Error('its end is damaged');
  const [count64, size64, from64] = [32, 40, 48].map((field) => Number(record.readBigUInt64LE(field)));
  return closed({ count: count64 ?? 0, from: from64 ?? 0, size: size64 ?? 0 }, end64);
}

function closed(end: ZipEnd, expected: number): ZipEnd {
  if (end.from + end.size !== expected) throw new Error('something stands between its list of files and its end');
  return end;
}
