import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';

/** What an entry point needs to run. */
export interface ModuleGraph {
  /** Files of our own, relative to the package with forward slashes, sorted. */
  readonly files: readonly string[];
  /** Names of the packages they import, sorted. */
  readonly packages: readonly string[];
}

/** Imports as the compiler writes them: a statement of its own, a dynamic import, or a CommonJS call. */
const specifiers = [
  /^\s*(?:import|export)\b[^'"\n]*?\bfrom\s*['"]([^'"\n]+)['"]/gm,
  /^\s*\}\s*from\s*['"]([^'"\n]+)['"]/gm,
  /^\s*import\s*['"]([^'"\n]+)['"]/gm,
  /\b(?:import|require)\(\s*['"]([^'"\n]+)['"]\s*\)/g,
];

/**
 * Follows the imports of a compiled module through our own files, lazy ones included: whatever may be loaded must be there.
 * `entry` is relative to `root`. Rejects when a file is missing.
 */
export async function moduleGraph(root: string, entry: string): Promise<ModuleGraph> {
  const files = new Set<string>();
  const packages = new Set<string>();
  const open = [resolve(root, entry)];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    for (const specifier of importsOf(await readFile(file, 'utf8'))) {
      if (specifier.startsWith('.')) open.push(resolve(dirname(file), specifier));
      else if (!specifier.startsWith('node:')) packages.add(packageOf(specifier));
    }
  }
  const inside = [...files].map((file) => relative(root, file).split(sep).join('/'));
  return { files: inside.sort(), packages: [...packages].sort() };
}

/** The specifiers a compiled module imports. */
export function importsOf(source: string): readonly string[] {
  const code = source
    .split('\n')
    .filter((line) => !/^\s*(?:\/\/|\/\*|\*)/.test(line))
    .join('\n');
  return specifiers.flatMap((form) => [...code.matchAll(form)].flatMap(([, specifier]) => specifier ?? []));
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
