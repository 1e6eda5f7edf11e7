import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';

/** A package on the disk. */
export interface PackageFolder {
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
}

/**
 * The folders of packages and of everything they depend on, resolved as Node does from `root`: a package may lie deeper
 * because two versions of it are in use. Rejects for a package that is not installed.
 */
export async function packageFolders(root: string, names: readonly string[]): Promise<readonly PackageFolder[]> {
  const found = new Map<string, PackageFolder>();
  const open = names.map((name) => ({ name, from: root }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const folder = folderOf(next.name, next.from);
    if (folder === null) throw new Error(`the package ${next.name}, which ${next.from} needs, is not installed`);
    if (found.has(folder)) continue;
    found.set(folder, { name: next.name, folder });
    open.push(...(await dependenciesOf(folder)).map((name) => ({ name, from: folder })));
  }
  return [...found.values()].sort((a, b) => a.folder.localeCompare(b.folder));
}

function folderOf(name: string, from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (folder === parse(folder).root) return null;
  }
}

async function dependenciesOf(folder: string): Promise<readonly string[]> {
  const content = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    readonly dependencies?: Readonly<Record<string, string>>;
  };
  return Object.keys(content.dependencies ?? {});
}
