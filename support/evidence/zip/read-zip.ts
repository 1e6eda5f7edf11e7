import { open, type FileHandle } from 'node:fs/promises';
import { errorsOf } from '../../messages/coded-error.js';
import { verifyMessages } from '../../messages/verify-messages.js';
import { byPath, type PackFile } from '../pack-files.js';
import { readZipEnd } from './read-zip-end.js';
import { bytesAt } from './bytes-at.js';
import type { ZipEntry } from './zip-entry.js';
import { centralDirectory } from './central-directory.js';
import { dataDescriptor, localFields, localHeader, oddField } from './zip-form.js';
import { namesProblem } from './zip-names.js';
import { ZippedFile, type PlacedEntry } from './zipped-file.js';

const untrusted = errorsOf(verifyMessages, 'integrity');
const largestList = 256 * 1024 * 1024;

/** What a zip of a run holds. */
export interface ZippedPack {
  /** The folder that all files lie in. */
  readonly top: string;
  /** Its files without that folder, sorted by path. */
  readonly files: readonly PackFile[];
}

/**
 * Lists the files of a pack's zip, without the folder they lie in, and reads each as a stream. Throws VFY-301 for anything
 * our own writer does not make: torn, names that leave the folder, links, bytes between the files, headers that say anything
 * else than the list at the end. Other tools may follow what we would pass over, and unpack another file than was verified.
 * Nothing is unpacked to disk.
 */
export async function readZip(zip: string): Promise<ZippedPack> {
  const file = await open(zip, 'r');
  try {
    const entries = await placed(file);
    const [top = ''] = entries[0]?.name.split('/') ?? [];
    return { top, files: entries.map((entry) => new ZippedFile(zip, entry)).sort(byPath) };
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
  const problem = namesProblem(entries) ?? recordProblem(entries);
  if (problem !== null) throw new Error(problem);
  const found: PlacedEntry[] = [];
  let at = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset !== at) throw new Error(`there are bytes before ${quoted(entry)} that belong to no file`);
    const dataFrom = at + (await headerLength(file, entry));
    found.push({ ...entry, dataFrom });
    const dataTo = dataFrom + entry.compressed;
    at = dataTo + (await descriptorLength(file, entry, dataTo));
  }
  if (at !== end.from) throw new Error('there are bytes behind the last file that belong to no file');
  return found;
}

const quoted = ({ name }: ZipEntry): string => JSON.stringify(name);

/** The first record of the list that our own writer does not make. */
function recordProblem(entries: readonly ZipEntry[]): string | null {
  const strange = entries.find(({ odd }) => odd !== null);
  if (strange === undefined) return null;
  return `the file ${quoted(strange)} is listed in a way that axys-certify does not write (its ${String(strange.odd)})`;
}

/** How long the header before an entry's data is; it must follow from the list, byte for byte. */
async function headerLength(file: FileHandle, entry: ZipEntry): Promise<number> {
  const expected = localHeader(entry);
  const found = await bytesAt(file, entry.offset, expected.length);
  if (!same(found, expected, 0, 4)) throw new Error(`the file ${quoted(entry)} is torn`);
  const [lengths, names] = [same(found, expected, 26, 28), same(found, expected, 30)];
  if (!lengths || !names) throw new Error(`the file ${quoted(entry)} has two names`);
  const odd = oddField(found, expected, localFields);
  if (odd !== null) throw new Error(`the header before the file ${quoted(entry)} disagrees with the list (its ${odd})`);
  return expected.length;
}

/** How long the record behind an entry's data is; it must follow from the list, byte for byte. */
async function descriptorLength(file: FileHandle, entry: ZipEntry, at: number): Promise<number> {
  const expected = dataDescriptor(entry);
  const found = await bytesAt(file, at, expected.length);
  if (!found.equals(expected))
    throw new Error(`checksum or sizes behind the file ${quoted(entry)} disagree with the list`);
  return expected.length;
}

function same(found: Buffer, expected: Buffer, from: number, to?: number): boolean {
  return found.subarray(from, to).equals(expected.subarray(from, to));
}
