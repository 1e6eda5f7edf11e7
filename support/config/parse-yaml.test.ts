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

test('a byte order mark before the text is no part of it', () => {
  assert.deepEqual(parseYaml('\uFEFFa: 1\n'), { a: 1 });
  assert.deepEqual(parseYaml('\uFEFF{ "a": 1 }'), { a: 1 });
});

test('what is never closed is told as that', () => {
  for (const text of ['foo: [', 'foo: [\n', 'foo: [1,\nbar: 2\n', 'foo: {', 'a:\n  - { b: 1\n']) {
    assert.throws(
      () => parseYaml(text),
      /^Error: a bracket or brace is opened and not closed.* at line \d, column \d+$/,
    );
  }
});

for (const [what, text] of [
  ['a duplicate member', 'a: 1\na: 2\n'],
  ['a second document', 'a: 1\n---\nb: 2\n'],
  ['an open bracket', 'a: [1\n'],
] as const) {
  test(`${what} is an error that says where`, () => {
    assert.throws(() => parseYaml(text), /^[^\n]+ at line \d, column \d+$/);
  });
}

const secret = 'axk_9f8e7d6c5b4a';
for (const [what, text] of [
  ['a second colon', `a: 1\nAXYS_API_KEY: ${secret}: x\n`],
  ['an unknown tag', `a: 1\nb: !x!${secret} 1\n`],
  ['a tag without an end', `a: 1\nb: !<${secret}\n`],
  ['an alias of nothing', `a: 1\nb: *${secret}\n`],
  ['characters after a block header', `a: 1\nb: | ${secret}\n`],
  ['a member twice', `a: 1\n${secret}: 1\n${secret}: 2\n`],
  ['a text after a bracket', `a: 1\nb: [1] "${secret}"\n`],
  ['an open quote', `a: 1\nb: "${secret}\n`],
  ['control characters', `a: 1\n\u001b]0;${secret}\u0007\u0000: [\n`],
] as const) {
  test(`${what} is told without quoting the text`, () => {
    assert.throws(
      () => parseYaml(text),
      ({ message }: Error) => {
        assert.doesNotMatch(message, /axk|9f8e|[\u0000-\u001f]/);
        return true;
      },
    );
  });
}
