import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Selection } from './selection.js';
import { isOwnDescription, selectionInWords } from './selection-in-words.js';

const whole: Selection = { tags: null, scenarioId: null, rows: null, order: 'defined' };

test('a selection reads as what was asked for, where it is limited, and in which order', () => {
  assert.equal(selectionInWords(whole), 'all scenarios');
  assert.equal(selectionInWords({ ...whole, tags: '@TM-01' }), 'tags @TM-01');
  assert.equal(selectionInWords({ ...whole, scenarioId: 'a:b', order: 'random:3' }), 'scenario a:b, in random order');
  assert.equal(selectionInWords({ ...whole, rows: ['TM-72'] }), 'all scenarios, limited to TM-72');
});

test('a plan says of its selection what it is, of which shard, and what was carried', () => {
  for (const more of ['', ', shard 1 of 2', ', 3 carried over from run-1'])
    assert.equal(isOwnDescription(`all scenarios${more}`, whole, 2), true, more);
  for (const more of [' and more', ', shard one of 2', ', 3 carried over from run-1, and all is well'])
    assert.equal(isOwnDescription(`all scenarios${more}`, whole, 2), false, more);
  assert.equal(isOwnDescription('all scenarios', { ...whole, tags: '@TM-01' }, 2), false);
});

test('a plan of cucumber-js says how many scenarios it has', () => {
  assert.equal(isOwnDescription('cucumber-js, 2 of 147 scenarios', whole, 2), true);
  assert.equal(isOwnDescription('cucumber-js, 147 of 147 scenarios', whole, 2), false);
});
