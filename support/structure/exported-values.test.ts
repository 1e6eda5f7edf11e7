import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../config/package-root.js';

const root = packageRoot();
const folders = ['support', 'steps', 'bench', '.ci'];
const paths = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|mjs)$/.test(name) && !name.includes('node_modules'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);
const texts = new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
const exported = /^export (?:async )?(?:function\*?|const|let|class) (\w+)/gm;

/** How many files hold a word. */
const filesWith = new Map<string, number>();
for (const text of texts.values()) {
  for (const word of new Set(text.match(/\w+/g))) filesWith.set(word, (filesWith.get(word) ?? 0) + 1);
}

test('every value that a module exports is named in another one', () => {
  const exports = [...texts].flatMap(([path, text]) =>
    [...text.matchAll(exported)].map(([, name = '']) => ({ path, name })),
  );
  assert.ok(exports.length > 2000, `only ${exports.length} exports found`);
  const unused = exports.filter(({ name }) => filesWith.get(name) === 1);
  assert.deepEqual(
    unused.map(({ path, name }) => `${path} exports ${name}`),
    [],
  );
});
