import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { writeProblem } from '../config/write-problem.js';
import { errorsOf } from '../messages/coded-error.js';
import { evidenceMessages } from '../messages/evidence-messages.js';

const evidenceError = errorsOf(evidenceMessages, 'harnessError');

/** Pieces of a text are gathered to this many characters before they are written. */
const gathered = 64 * 1024;

/** A folder that is being filled and not yet in its place. */
export interface FolderDraft {
  /** Writes a file directly in the folder. Throws EVD-101, and EVD-104 for a name that is a path. */
  write(name: string, content: string): void;
}

/** A run's folder, as the writers of its artefacts see it. Paths are relative, with forward slashes. */
export interface EvidenceFolder {
  /** Absolute path of the folder. */
  readonly root: string;
  /** Writes a file whole or not at all: readers never see a part of it. Throws EVD-101 or EVD-104. */
  write(path: string, content: string): Promise<void>;
  /**
   * Writes the pieces of a text as they come, whole or not at all, so that a long file never lies in memory. Throws
   * EVD-101 or EVD-104, and what the pieces throw.
   */
  writeStream(path: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void>;
  /**
   * Replaces a folder whole: `fill` gets an empty one beside it, which takes its place when `fill` is done and is removed
   * when `fill` throws.
   */
  replaceFolder(path: string, fill: (draft: FolderDraft) => Promise<void>): Promise<void>;
}

/** Makes the folder of a run before anything is called. Throws EVD-108. */
export async function makeRunFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw evidenceError('EVD-108', { folder, detail: writeProblem(cause) }, cause);
  });
}

/** The evidence folder at `root`; folders are made as needed. */
export function evidenceFolder(root: string): EvidenceFolder {
  const inside = (path: string): string => {
    const absolute = resolve(root, path);
    if (!absolute.startsWith(resolve(root) + sep)) throw evidenceError('EVD-104', { path });
    return absolute;
  };
  return {
    root: resolve(root),
    async write(path, content) {
      await this.writeStream(path, [content]);
    },
    async writeStream(path, pieces) {
      const file = inside(path);
      const draft = `${file}.partial`;
      await orExplain(path, () => mkdirSync(dirname(file), { recursive: true }));
      const blocks = inBlocks(pieces);
      const first = await blocks.next();
      const second = first.done === true ? first : await blocks.next();
      if (second.done === true) {
        await orExplain(path, () => writeAtOnce(file, draft, first.value ?? ''));
        return;
      }
      const handle = await orExplain(path, () => open(draft, 'w')).catch(async (cause: unknown) => {
        // Whoever gives the pieces may hold a file open for the rest of them.
        await blocks.return(undefined);
        throw cause;
      });
      try {
        for (const { value } of [first, second]) await orExplain(path, () => handle.writeFile(value ?? '', 'utf8'));
        for await (const content of blocks) await orExplain(path, () => handle.writeFile(content, 'utf8'));
        await handle.close();
      } catch (cause) {
        await blocks.return(undefined);
        await handle.close();
        await rm(draft, { force: true });
        throw cause;
      }
      await orExplain(path, () => rename(draft, file));
    },
    async replaceFolder(path, fill) {
      const folder = inside(path);
      const draft = `${folder}.partial`;
      await orExplain(path, async () => {
        await rm(draft, { recursive: true, force: true });
        await mkdir(draft, { recursive: true });
      });
      try {
        await fill(folderDraft(draft, path));
      } catch (cause) {
        await rm(draft, { recursive: true, force: true });
        throw cause;
      }
      await orExplain(path, async () => {
        await rm(folder, { recursive: true, force: true });
        await rename(draft, folder);
      });
    },
  };
}

/** Thousands of small files: synchronous writes take half the time of queued ones, and the folder appears as a whole. */
function folderDraft(absolute: string, path: string): FolderDraft {
  return {
    write: (name, content) => {
      if (name !== basename(name) || name === '..') throw evidenceError('EVD-104', { path: `${path}/${name}` });
      try {
        writeFileSync(join(absolute, name), content, 'utf8');
      } catch (cause) {
        throw unwritable(`${path}/${name}`, cause);
      }
    },
  };
}

/** A file that is one block: queued, its calls take several times as long. */
function writeAtOnce(file: string, draft: string, content: string): void {
  try {
    writeFileSync(draft, content, 'utf8');
  } catch (cause) {
    rmSync(draft, { force: true });
    throw cause;
  }
  renameSync(draft, file);
}

async function* inBlocks(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string, undefined> {
  let block: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    block.push(piece);
    length += piece.length;
    if (length < gathered) continue;
    yield block.join('');
    block = [];
    length = 0;
  }
  yield block.join('');
}

async function orExplain<T>(file: string, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw unwritable(file, cause);
  }
}

function unwritable(file: string, cause: unknown) {
  return evidenceError('EVD-101', { file, detail: cause instanceof Error ? cause.message : String(cause) }, cause);
}
