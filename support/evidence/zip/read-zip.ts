import { open, type FileHandle } from 'node:fs/promises';
import { errorsOf } from '../../messages/coded-error.js';
import { verifyMessages } from '../../messages/verify-messages.js';
import { byPath, type PackFile } from '../pack-files.js';
import { bytesAt, readZipEnd } from './zip-end.js';
import { centralDirectory, type ZipEntry } from './zip-entry.js';
import { namesProblem } from './zip-names.js';
import { ZippedFile, type PlacedEntry } from './zipped-file.js';

const untrusted = errorsOf(verifyMessages, 'integrity');
const localHeader = 30;
/** A data descriptor behind a file, with or without its signature, 32 or 64 bits wide; 0 where there is none. */
const descriptors: readonly number[] = [0, 12, 16, 20, 24];
const largestList = 256 * 1024 * 1024;

/**
 * Lists the files of a pack's zip, without the folder they lie in, and reads each as a stream. Throws VFY-301 for anything
 * our own writer does not make: torn, names that leave the folder, links, bytes between the files. Nothing is unpacked to disk.
 */
export async function readZip(zip: string): Promise<readonly PackFile[]> {
  const file = await open(zip, 'r');
  try {
    const entries = await placed(file);
    return entries.map((entry) => new ZippedFile(zip, entry)).sort(byPath);
  } catch (cause) {
    throw untrusted('VFY-301', { zip, problem: cause instanceof Error ? cause.message : String(cause) }, cause);
  } finally {
    await file.close();
  }
}

async function placed(file: FileHandle): Promise<PlacedEntry[]> {
  const { size: length } = await file.stat();
  const end = await readZipEnd(file, length);
  if (end.size > largestList) throw new Error('its list of files is too long');
  const entries = centralDirectory(await bytesAt(file, end.from, end.size), end.count);
  const problem = namesProblem(entries);
  if (problem !== null) throw new Error(problem);
  const found: PlacedEntry[] = [];
  let at = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    const gap = entry.offset - at;
    if (!descriptors.includes(gap))
      throw new Error(`there are bytes before ${JSON.stringify(entry.name)} that belong to no file`);
    const dataFrom = await dataOf(file, entry);
    found.push({ ...entry, dataFrom });
    at = dataFrom + entry.compressed;
  }
  if (!descriptors.includes(end.from - at))
    throw new Error('there are bytes behind the last file that belong to no file');
  return found;
}

/** Where an entry's data begins; its local header must name the same file. */
async function dataOf(file: FileHandle, { name, offset }: ZipEntry): Promise<number> {
  const header = await bytesAt(file, offset, localHeader);
  if (header.readUInt32LE(0) !== 0x04_03_4b_50) throw new Error(`the file ${JSON.stringify(name)} is torn`);
  const [nameLength, extraLength] = [header.readUInt16LE(26), header.readUInt16LE(28)];
  const local = await bytesAt(file, offset + localHeader, nameLength);
  if (local.toString('utf8') !== name) throw new Error(`the file ${JSON.stringify(name)} has two names`);
  return offset + localHeader + nameLength + extraLength;
}
