import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill } from './message.js';

test('a sentence that ends with a value ends with one dot', () => {
  const template = { text: 'It fails: {problem}. See {file}.', next: '{next}.' };
  const filled = fill('X-1', template, { problem: 'a sentence of its own.', file: 'a...', next: 'Wait' });
  assert.deepEqual([filled.text, filled.next], ['It fails: a sentence of its own. See a...', 'Wait.']);
});

test('a placeholder without a value is an error of ours', () => {
  assert.throws(() => fill('X-1', { text: '{file}.', next: '' }, {}), /X-1 has no value for \{file\}/);
});
