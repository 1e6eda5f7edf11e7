import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../config/package-root.js';
import { againstOrder, folderOrder, type AgainstOrder } from './folder-order.js';
import { importsIn, sourceImports, type SourceImport } from './test-kit/source-imports.js';

const root = packageRoot();
const imports = sourceImports(root, ['support', 'steps', 'bench']);
const against = imports.filter(({ from, to }) => placeOf(from) < placeOf(to));

function isBelow(module: string, place: string): boolean {
  return module === place || module.startsWith(`${place}/`);
}

/** Place in the order, of the innermost folder that is in it; -1 where none is. */
function placeOf(module: string): number {
  const folders = folderOrder.filter((folder) => isBelow(module, folder));
  return folderOrder.findIndex((folder) => folder === folders.sort((a, b) => b.length - a.length)[0]);
}

function admits({ from, to }: AgainstOrder, one: SourceImport): boolean {
  return from.some((place) => isBelow(one.from, place)) && to.some((place) => isBelow(one.to, place));
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

test('a folder imports from those before it, and otherwise what is listed with its reason', () => {
  const unlisted = against.filter((one) => !againstOrder.some((line) => admits(line, one)));
  assert.deepEqual(
    unlisted.map(({ from, to }) => `${from} imports ${to}`),
    [],
  );
});

test('every place that a listed import names is in use', () => {
  const idle = againstOrder.flatMap(({ from, to, why }) => [
    ...from.filter((place) => !against.some((one) => admits({ from: [place], to, why }, one))),
    ...to.filter((place) => !against.some((one) => admits({ from, to: [place], why }, one))),
  ]);
  assert.deepEqual(idle, []);
});
