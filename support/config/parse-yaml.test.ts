import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { packageRoot } from './package-root.js';
import { parsedCopy, parseYaml } from './parse-yaml.js';

const shipped = readFileSync(join(packageRoot(), 'schemas/axys-v2/openapi.yaml'), 'utf8');

test('what the package ships was parsed at build, and its copy says what the text says', () => {
  assert.ok(existsSync(parsedCopy(shipped)));
  assert.deepEqual(parseYaml(shipped), parse(shipped));
});

test('a text that differs in one character is parsed itself', () => {
  const changed = `${shipped}\nx-more: 1\n`;
  assert.ok(!existsSync(parsedCopy(changed)));
  assert.deepEqual(parseYaml(changed), { ...(parse(shipped) as object), 'x-more': 1 });
});

test('aliases share no object, and an empty text is null', () => {
  const { a, b } = parseYaml('a: &one { n: 1 }\nb: *one\n') as { readonly a: object; readonly b: object };
  assert.deepEqual(a, b);
  assert.notEqual(a, b);
  assert.equal(parseYaml(''), null);
});

for (const [what, text] of [
  ['a duplicate member', 'a: 1\na: 2\n'],
  ['a second document', 'a: 1\n---\nb: 2\n'],
  ['an open bracket', 'a: [1\n'],
] as const) {
  test(`${what} is an error that says where`, () => {
    assert.throws(() => parseYaml(text), /at line \d/);
  });
}
