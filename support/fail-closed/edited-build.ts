import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packageRoot } from '../config/package-root.js';
import { edited, type Edit } from './edit.js';

/** A copy of this build in a folder of its own, with something changed. Whoever makes it removes it. */
export interface EditedBuild {
  /** Folder of the package, absolute. */
  readonly root: string;
  remove(): Promise<void>;
}

/** What is different in the copy. */
export interface Changes {
  readonly edits?: readonly Edit[];
  /** Content of further files, by path below the package. */
  readonly added?: Readonly<Record<string, string>>;
}

/** What a build needs of its package besides the libraries. */
const parts = ['dist', 'features', 'schemas', 'package.json', 'cucumber.json'] as const;

/** Tests and source maps are never run by a build. */
const unused = /\.(?:test\.js|map|d\.ts)$/;

/** Copies this build, links its libraries, and changes it. */
export async function editBuild({ edits = [], added = {} }: Changes): Promise<EditedBuild> {
  const own = packageRoot();
  const root = await mkdtemp(join(tmpdir(), 'axys-build-'));
  const remove = () => rm(root, { recursive: true, force: true });
  try {
    const filter = (path: string) => !unused.test(path);
    for (const part of parts) await cp(join(own, part), join(root, part), { recursive: true, filter });
    await symlink(librariesOf(own), join(root, 'node_modules'));
    for (const edit of edits) {
      const file = join(root, edit.file);
      await writeFile(file, edited(await readFile(file, 'utf8'), edit));
    }
    for (const [path, content] of Object.entries(added)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    }
    return { root, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The `node_modules` this build runs with, wherever it was installed. */
function librariesOf(own: string): string {
  const folders = createRequire(join(own, 'package.json')).resolve.paths('commander') ?? [];
  const found = folders.find((folder) => existsSync(join(folder, 'commander')));
  if (found === undefined) throw new Error(`no node_modules with the libraries of ${own}`);
  return found;
}
