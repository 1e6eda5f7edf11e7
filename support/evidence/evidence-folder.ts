import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { errorsOf } from '../messages/coded-error.js';
import { evidenceMessages } from '../messages/evidence-messages.js';

const evidenceError = errorsOf(evidenceMessages, 'harnessError');

/** A run's folder, as the writers of its artefacts see it. Paths are relative, with forward slashes. */
export interface EvidenceFolder {
  /** Absolute path of the folder. */
  readonly root: string;
  /** Writes a file whole or not at all: readers never see a part of it. Throws EVD-101 or EVD-104. */
  write(path: string, content: string): Promise<void>;
  /**
   * Replaces a folder whole: `fill` gets the absolute path of an empty folder beside it, which takes its place when
   * `fill` is done and is removed when `fill` throws.
   */
  replaceFolder(path: string, fill: (absolute: string) => Promise<void>): Promise<void>;
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
      const file = inside(path);
      const draft = `${file}.partial`;
      await orExplain(path, async () => {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(draft, content, 'utf8');
        await rename(draft, file);
      });
    },
    async replaceFolder(path, fill) {
      const folder = inside(path);
      const draft = `${folder}.partial`;
      await orExplain(path, async () => {
        await rm(draft, { recursive: true, force: true });
        await mkdir(draft, { recursive: true });
      });
      try {
        await fill(draft);
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

async function orExplain(file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    throw evidenceError('EVD-101', { file, detail: cause instanceof Error ? cause.message : String(cause) }, cause);
  }
}
