import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTaintIndex, type Taint } from './taint-index.js';

const anywhere: Taint = { kind: 'token', label: 'T', reach: 'anywhere' };
const word: Taint = { kind: 'otp', label: 'O', reach: 'word' };

function found(text: string): readonly string[] {
  const index = createTaintIndex(6);
  index.add('847291', word);
  index.add('secret-token', anywhere);
  index.add('secret-token-longer', { ...anywhere, label: 'L' });
  index.add('short', anywhere);
  return index.find(text).map(({ index: at, length, label }) => `${label}@${at}+${length}`);
}

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['code 847291.', ['O@5+6']],
  ['847291', ['O@0+6']],
  ['1847291 and 8472911 and x847291', []],
  ['xsecret-tokenx', ['T@1+12']],
  ['secret-token-longer', ['L@0+19']],
  ['secret-token secret-token', ['T@0+12', 'T@13+12']],
  ['short', []],
  ['', []],
];

for (const [text, expected] of cases) {
  test(`known values in ${JSON.stringify(text)}`, () => {
    assert.deepEqual(found(text), expected);
  });
}

test('the first kind a value was learned as stays', () => {
  const index = createTaintIndex(6);
  index.add('847291', word);
  index.add('847291', anywhere);
  assert.equal(index.find('847291')[0]?.label, 'O');
});
