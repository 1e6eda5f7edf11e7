import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { recorderFiles } from '../trace/recorder-files.js';

/** Recordings and zips beyond this size make the heap frugal, in bytes: the whole matrix is less than half of it. */
export const frugalFrom = 4 * 1024 * 1024;

/**
 * What V8 is told. By itself it lets the heap grow to several times of what lives in it, which for a run of thousands of
 * scenarios is most of the memory; collecting more often costs a third of the time.
 */
const frugality: readonly string[] = [
  // A heap that grew by a sixth is collected.
  '--heap-growing-percent=18',
  // The part for new objects, by then 32 MB and in Node 24 128 MB, shrinks when the heap is collected next,
  '--optimize-for-size',
  // and does not grow again: the limits that Node takes on its command line are read once, before we can speak.
  '--semi-space-growth-factor=1',
];

/**
 * Keeps the memory of a long run's sealing or verification near what it needs. `pack` is a folder or a zip; one that is not
 * there, or small, changes nothing. Says whether it did. The result never depends on it.
 */
export async function beFrugalWith(
  pack: string,
  setFlag: (flag: string) => void = setFlagsFromString,
): Promise<boolean> {
  const sizeOf = (file: string) =>
    stat(file).then(
      ({ size }) => size,
      () => 0,
    );
  const size = Math.max(await sizeOf(pack), await sizeOf(join(pack, recorderFiles.exchanges)));
  if (size <= frugalFrom) return false;
  for (const flag of frugality) setFlag(flag);
  return true;
}
