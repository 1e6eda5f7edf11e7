import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import fc from 'fast-check';
import { shellWord } from './shell-word.js';

/** The arguments a real shell makes of a line. */
function argumentsOf(line: string): readonly string[] {
  const printed = execFileSync('/bin/sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8', env: { HOME: '/h' } });
  return printed.split('\0').slice(0, -1);
}

const anyText = fc.string({ unit: 'binary', minLength: 0, maxLength: 40 }).filter((text) => !text.includes('\0'));
const spiteful = fc
  .array(fc.constantFrom("'", '"', '\\', '$HOME', '`id`', '$(id)', ' ', '\n', '\t', '*', '!', '~', '#', ';', '&', '='))
  .map((parts) => parts.join(''));

test('a shell takes every text literally, as one argument each', () => {
  const texts = fc.array(fc.oneof(anyText, spiteful), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(texts, (words) => {
      assert.deepEqual(argumentsOf(words.map(shellWord).join(' ')), words);
    }),
    { numRuns: 60 },
  );
});

test('simple words stay readable, others are quoted', () => {
  assert.equal(shellWord('https://127.0.0.1:4010/v2/cards/7'), 'https://127.0.0.1:4010/v2/cards/7');
  assert.equal(shellWord('cards/x:a-card[2]'), "'cards/x:a-card[2]'");
  assert.equal(shellWord("it's"), "'it'\\''s'");
  assert.equal(shellWord('~'), "'~'");
  assert.equal(shellWord(''), "''");
  assert.equal(shellWord('a\0b'), "'a\uFFFDb'");
});
