import type { FileHandle } from 'node:fs/promises';
import { bytesAt } from './bytes-at.js';
import type { ZipEnd } from './zip-end.js';
import { narrow, endRecords } from './zip-form.js';

const endLength = 22;

const locatorLength = 20;

const end64Length = 56;

/**
 * Reads the end of a zip. Only the form our own writer makes is taken, to the last byte: the end record is the end of the
 * file, without a comment, so that nothing can stand behind it or between it and the list.
 */
export async function readZipEnd(file: FileHandle, length: number): Promise<ZipEnd> {
  const end = await bytesAt(file, length - endLength, endLength);
  if (end.readUInt32LE(0) !== 0x06_05_4b_50) throw new Error('it is no zip, or its end is missing');
  const [disk, listDisk, here, count] = [4, 6, 8, 10].map((field) => end.readUInt16LE(field));
  const [size, from] = [end.readUInt32LE(12), end.readUInt32LE(16)];
  if (disk !== 0 || listDisk !== 0 || here !== count) throw new Error('it is a part of several');
  const wide = count === 0xff_ff || size === narrow || from === narrow;
  const said = wide ? await wideEnd(file, length) : { count: count ?? 0, from, size };
  const expected = endRecords(said);
  const at = length - expected.length;
  if (said.from + said.size !== at) throw new Error('something stands between its list of files and its end');
  if (!expected.equals(await bytesAt(file, at, expected.length))) throw new Error('its end is damaged');
  return said;
}

/** What does not fit the end record stands in a wider one before it. */
async function wideEnd(file: FileHandle, length: number): Promise<ZipEnd> {
  const record = await bytesAt(file, length - endLength - locatorLength - end64Length, end64Length);
  if (record.readUInt32LE(0) !== 0x06_06_4b_50) throw new Error('its end is damaged');
  const [count = 0, size = 0, from = 0] = [32, 40, 48].map((field) => Number(record.readBigUInt64LE(field)));
  return { count, from, size };
}
