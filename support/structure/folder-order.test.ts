import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../config/package-root.js';
import { folderOrder } from './folder-order.js';
import { importsIn, sourceImports } from './test-kit/source-imports.js';

const root = packageRoot();
const imports = sourceImports(root, ['support', 'steps', 'bench']);

function isBelow(module: string, place: string): boolean {
  return module === place || module.startsWith(`${place}/`);
}

/** Place in the order, of the innermost folder that is in it; -1 where none is. */
function placeOf(module: string): number {
  const folders = folderOrder.filter((folder) => isBelow(module, folder));
  return folderOrder.findIndex((folder) => folder === folders.sort((a, b) => b.length - a.length)[0]);
}

test('imports are found however they are written', () => {
  const text = [
    "import { a } from './a.js';",
    "import type {\n  B,\n} from '../b/b.js';",
    "export * from './c.js';",
    "import './d.js';",
    "const e = await import('./e.js');",
    "load(new URL('./f.js', import.meta.url));",
    "import { join } from 'node:path';",
  ].join('\n');
  const found = importsIn(text, 'support/x/y').map(({ to }) => to);
  assert.deepEqual(
    found,
    ['x/a', 'b/b', 'x/c', 'x/d', 'x/e', 'x/f'].map((name) => `support/${name}`),
  );
});

test('the order names every folder of sources, and no other', () => {
  const folders = readdirSync(join(root, 'support'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const outer = [...folders.map(({ name }) => `support/${name}`), 'steps', 'bench'];
  assert.deepEqual(
    outer.filter((folder) => !folderOrder.some((one) => one === folder)),
    [],
  );
  assert.deepEqual(
    folderOrder.filter((folder) => !existsSync(join(root, folder))),
    [],
  );
});

test('sources import each other', () => {
  assert.ok(imports.length > 4000, `only ${imports.length} imports found`);
});

test('a folder imports from those before it', () => {
  const against = imports.filter(({ from, to }) => placeOf(from) < placeOf(to));
  assert.deepEqual(
    against.map(({ from, to }) => `${from} imports ${to}`),
    [],
  );
});
