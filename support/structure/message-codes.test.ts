import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../config/package-root.js';

const root = packageRoot();
const textsBelow = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => ({ path: name.replaceAll('\\', '/'), text: readFileSync(join(root, folder, name), 'utf8') }));
const codes = textsBelow('support/messages').flatMap(({ text }) =>
  [...text.matchAll(/^ +'([A-Z]{3}-\d{3})': \{$/gm)].map(([, code = '']) => code),
);

test('a code means one message, for ever', () => {
  assert.ok(codes.length > 250, `only ${codes.length} codes found`);
  assert.deepEqual(
    codes.filter((code, index) => codes.indexOf(code) !== index),
    [],
  );
});

test('every message is said somewhere', () => {
  const said = textsBelow('support').filter(({ path }) => !path.startsWith('messages/'));
  const words = new Set(said.flatMap(({ text }) => text.match(/\b[A-Z]{3}-\d{3}\b/g) ?? []));
  const unsaid = codes.filter((code) => !words.has(code));
  assert.deepEqual(unsaid, [], `${unsaid.join(', ')}: in a table of support/messages, and nothing throws or tells it`);
});
