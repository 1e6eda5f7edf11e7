import archiver from 'archiver';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { errorsOf } from '../../messages/coded-error.js';
import { evidenceMessages } from '../../messages/evidence-messages.js';
import type { PackFile } from '../pack-files.js';

const evidenceError = errorsOf(evidenceMessages, 'harnessError');

/** The first date a zip can hold: the same files give the same bytes, whenever and wherever they were written. */
const noDate = new Date(Date.UTC(1980, 0, 1));

/** One file after another: side by side they would come in the order the disk answers, and fill the memory. */
const options = { forceUTC: true, statConcurrency: 1, zlib: { level: 6 } };

/**
 * Writes the files of `folder` as a zip whose bytes depend on their names and contents alone; every name starts with
 * `top`. Whole or not at all. EVD-101 when it cannot be written.
 */
export async function writeZip(
  zip: string,
  folder: string,
  { top, files }: { readonly top: string; readonly files: readonly PackFile[] },
): Promise<void> {
  const draft = `${zip}.partial`;
  const archive = archiver('zip', options);
  const fill = async () => {
    for (const { path } of files) {
      const written = once(archive, 'entry');
      archive.file(join(folder, path), { name: `${top}/${path}`, date: noDate, mode: 0o644 });
      await written;
    }
    await archive.finalize();
  };
  try {
    await Promise.all([pipeline(archive, createWriteStream(draft)), fill()]);
    await rename(draft, zip);
  } catch (cause) {
    await rm(draft, { force: true });
    throw evidenceError(
      'EVD-101',
      { file: zip, detail: cause instanceof Error ? cause.message : String(cause) },
      cause,
    );
  }
}
