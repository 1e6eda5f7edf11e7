import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { recorderFiles } from '../trace/recorder-files.js';

/** Packs up to this size leave the heap as it is, in bytes: the whole matrix is a tenth of it. */
const ordinary = 16 * 1024 * 1024;

/**
 * V8 lets a heap grow to several times of what lives in it before it collects, which for a run of thousands of scenarios is
 * most of the memory. A quarter is enough: collecting more often costs a few hundredths of the time.
 */
const growth = '--heap-growing-percent=25';

/**
 * Keeps the memory of a long run's sealing or verification near what it needs. `pack` is a folder or a zip; one that is not
 * there, or small, changes nothing. The result never depends on it.
 */
export async function beFrugalWith(
  pack: string,
  setFlags: (flags: string) => void = setFlagsFromString,
): Promise<void> {
  const sizeOf = (file: string) =>
    stat(file).then(
      ({ size }) => size,
      () => 0,
    );
  const size = Math.max(await sizeOf(pack), await sizeOf(join(pack, recorderFiles.exchanges)));
  if (size > ordinary) setFlags(growth);
}
