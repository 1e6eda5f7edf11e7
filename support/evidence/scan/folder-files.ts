import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { ScannedFile } from './card-data-scan.js';

/** Something in a pack's folder that is no regular file or folder. */
export interface OddEntry {
  readonly path: string;
  readonly what: 'symbolic link' | 'special file';
}

/** Everything below a folder. */
export interface FolderFiles {
  /** Regular files, sorted by path. */
  readonly files: readonly ScannedFile[];
  readonly odd: readonly OddEntry[];
}

const chunk = 1024 * 1024;

/** Lists the files below a folder, without following links. Paths have forward slashes. */
export async function folderFiles(root: string): Promise<FolderFiles> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files: ScannedFile[] = [];
  const odd: OddEntry[] = [];
  for (const entry of entries) {
    const absolute = join(entry.parentPath, entry.name);
    const path = relative(root, absolute).split(sep).join('/');
    if (entry.isFile()) {
      files.push({ path, open: () => createReadStream(absolute, { highWaterMark: chunk }) as AsyncIterable<Buffer> });
    } else if (!entry.isDirectory()) {
      odd.push({ path, what: entry.isSymbolicLink() ? 'symbolic link' : 'special file' });
    }
  }
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), odd };
}
