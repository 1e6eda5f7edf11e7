import { open, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { errorCode } from '../config/read-problem.js';
import { errorsOf } from '../messages/coded-error.js';
import { evidenceMessages } from '../messages/evidence-messages.js';

const evidenceError = errorsOf(evidenceMessages, 'harnessError');

/** Puts a folder with everything in it on the disk. Injected, so that its place among the calls of a run can be tested. */
export type SecureFolder = (folder: string) => Promise<void>;

/** Said of a folder by systems that have no way to put one on the disk by itself. */
const noSuchWay: ReadonlySet<string> = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'EBADF', 'ENOTSUP']);

/**
 * Resolves when every file of a folder, and the names of all of them up to the folder that holds it and the one above, are on the
 * disk: a file without its name is lost in a power cut as well. Throws EVD-101.
 */
export const secureFolder: SecureFolder = async (folder) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw unwritable(folder, cause);
  });
  const place = (entry: (typeof entries)[number]): string => join(entry.parentPath, entry.name);
  for (const entry of entries.filter((each) => each.isFile())) await secured(place(entry), 'r+');
  const root = resolve(folder);
  const folders = entries.filter((each) => each.isDirectory()).map(place);
  for (const path of [...folders, root, dirname(root), dirname(dirname(root))]) await secured(path, 'r');
};

async function secured(path: string, flags: 'r' | 'r+'): Promise<void> {
  try {
    const handle = await open(path, flags);
    await handle.sync().finally(() => handle.close());
  } catch (cause) {
    if (flags === 'r' && noSuchWay.has(errorCode(cause) ?? '')) return;
    throw unwritable(path, cause);
  }
}

function unwritable(file: string, cause: unknown): Error {
  return evidenceError('EVD-101', { file, detail: cause instanceof Error ? cause.message : String(cause) }, cause);
}
