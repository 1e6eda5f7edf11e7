import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** What a compiled module leads to. */
export interface ImportGraph {
  /** Compiled modules of ours, absolute, the first ones included. */
  readonly modules: ReadonlySet<string>;
  /** Libraries by name, such as `@cucumber/cucumber`; Node's own modules are none. */
  readonly packages: ReadonlySet<string>;
}

/** Which imports count: those that are loaded with a module, or also those that a function loads when it is called. */
export type ImportKind = 'eager' | 'any';

const eager = /^(?:import|export)\b(?:[^;'"]*?\bfrom)?\s*['"]([^'"]+)['"]/gm;
/** `import('x')`, and the script of a worker process. */
const late = /\b(?:import|new URL|require|requireOnce)\(\s*['"]([^'"]+)['"]/g;

/** Follows the imports of compiled modules (absolute paths) through ours; libraries are named and not looked into. */
export function importGraph(entries: readonly string[], kind: ImportKind): ImportGraph {
  const modules = new Set(entries);
  const packages = new Set<string>();
  // A set goes on over what is added to it on the way.
  for (const module of modules) {
    for (const name of importsIn(readFileSync(module, 'utf8'), kind)) {
      const found = resolve(dirname(module), name);
      if (!name.startsWith('.')) packages.add(packageOf(name));
      else if (name.endsWith('.js') && existsSync(found)) modules.add(found);
    }
  }
  packages.delete('');
  return { modules, packages };
}

function importsIn(text: string, kind: ImportKind): string[] {
  const found = [...text.matchAll(eager), ...(kind === 'any' ? text.matchAll(late) : [])];
  return found.map(([, name]) => name ?? '');
}

/** Name of the library in `@scope/name/part` or `name/part`; empty for Node's own. */
function packageOf(name: string): string {
  if (name.startsWith('node:')) return '';
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}
