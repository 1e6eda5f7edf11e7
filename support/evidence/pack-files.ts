import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** A file of a pack, as a scan or a digest reads it. */
export interface PackFile {
  /** Path below the pack, with forward slashes. */
  readonly path: string;
  /** Its bytes, chunk by chunk. A chunk holds good until the next one is asked for: whoever keeps it longer copies it. */
  open(): AsyncIterable<Buffer>;
}

/** Something in a pack that is no regular file, and no folder that holds one. */
export interface OddEntry {
  readonly path: string;
  /** Half a sentence, such as `it is a symbolic link`. */
  readonly problem: string;
}

/** Everything in a pack. */
export interface PackFiles {
  /** Regular files, sorted by path. */
  readonly files: readonly PackFile[];
  readonly odd: readonly OddEntry[];
}

/** What is said of a folder that holds nothing but folders: its name alone may say what the evidence does not. */
export const emptyFolder = 'it is a folder without a file';

const chunk = 128 * 1024;

/** Lists the files below a folder, without following links. */
export async function packFilesIn(root: string): Promise<PackFiles> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files: PackFile[] = [];
  const odd: OddEntry[] = [];
  const folders: string[] = [];
  for (const entry of entries) {
    const absolute = join(entry.parentPath, entry.name);
    const path = relative(root, absolute).split(sep).join('/');
    if (entry.isFile()) {
      files.push(new FolderFile(root, path));
    } else if (entry.isDirectory()) {
      folders.push(path);
    } else {
      odd.push({ path, problem: entry.isSymbolicLink() ? 'it is a symbolic link' : 'it is no regular file' });
    }
  }
  const filled = new Set([...files, ...odd].flatMap(({ path }) => foldersAbove(path)));
  const empty = folders.filter((path) => !filled.has(path));
  odd.push(...empty.map((path) => ({ path, problem: emptyFolder })));
  return { files: files.sort(byPath), odd: odd.sort(byPath) };
}

/** `a` and `a/b` for `a/b/c`. */
function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** The file at `path` below a folder, which is there. */
export function fileIn(root: string, path: string): PackFile {
  return new FolderFile(root, path);
}

/** A file below a folder. The lists of a long run hold tens of thousands, so each knows no more than where it lies. */
class FolderFile implements PackFile {
  constructor(
    private readonly root: string,
    readonly path: string,
  ) {}

  /**
   * A pack has thousands of small files: reading them at once takes a fraction of what a stream for each does. One buffer
   * serves the whole file, because what is allocated outside the heap is given back late.
   */
  // eslint-disable-next-line @typescript-eslint/require-await -- readers take files and streams alike
  async *open(): AsyncGenerator<Buffer> {
    const handle = openSync(join(this.root, this.path), 'r');
    try {
      const size = Math.min(chunk, fstatSync(handle).size + 1);
      const buffer = Buffer.allocUnsafe(size);
      for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer))
        yield buffer.subarray(0, read);
    } finally {
      closeSync(handle);
    }
  }
}

/** The chunks of a file for a reader that keeps them beyond its turn, such as a stream: each is a copy. */
export async function* copiedChunks(file: PackFile): AsyncGenerator<Buffer> {
  for await (const bytes of file.open()) yield Buffer.from(bytes);
}

/** Order of paths by their characters, the same on every machine. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}
