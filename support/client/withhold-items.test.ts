import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callOf } from '../trace/test-kit/exchange-of.js';
import { withholdItems } from './withhold-items.js';

const items = [
  { cardholderId: 1, firstName: 'Ada', status: 1 },
  { cardholderId: 2, firstName: null, status: 3, tags: ['x'] },
];

test('items of a production list leave only their number and shape', () => {
  const listed = callOf('listCardholders', 'GET', '/cardholders', { answered: { status: 'success', items, total: 2 } });
  const kept = withholdItems(listed);
  assert.deepEqual(kept.response?.body, {
    ...{ kind: 'json', duplicateKeys: [] },
    value: { status: 'success', items: [], total: 2 },
  });
  assert.deepEqual(kept.withheld, {
    pointer: '/response/body/value/items',
    count: 2,
    shape: { cardholderId: ['number'], firstName: ['null', 'string'], status: ['number'], tags: ['array'] },
  });
  assert.equal(JSON.stringify(kept).includes('Ada'), false);
});

test('member names that are no plain words are not kept', () => {
  const people = [{ 'ada@example.invalid': { status: 1 }, '4155551234': 2 }];
  const kept = withholdItems(callOf('listCardholders', 'GET', '/cardholders', { answered: { items: people } }));
  assert.deepEqual(kept.withheld?.shape, { '(other)': ['number', 'object'] });
});

test('a bare array is emptied too', () => {
  const kept = withholdItems(callOf('listCardholders', 'GET', '/cardholders', { answered: items }));
  assert.equal(JSON.stringify(kept).includes('Ada'), false);
  assert.equal(kept.withheld?.count, 2);
});

test('a refusal of the list is kept as it is', () => {
  const refusal = callOf('listCardholders', 'GET', '/cardholders', { status: 401, answered: { status: 'error' } });
  assert.equal(withholdItems(refusal), refusal);
});

test('a list of another form keeps nothing but the envelope', () => {
  const odd = { status: 'success', total: 1, people: items, note: 'Ada', status2: { name: 'Ada' } };
  const kept = withholdItems(callOf('listCardholders', 'GET', '/cardholders', { answered: odd }));
  assert.deepEqual(kept.response?.body, { kind: 'json', value: { status: 'success', total: 1 }, duplicateKeys: [] });
  const text = callOf('listCardholders', 'GET', '/cardholders');
  const page = { status: 200, headers: {}, body: { kind: 'text', text: 'Ada', problem: 'not JSON' } } as const;
  assert.equal(JSON.stringify(withholdItems({ ...text, response: page })).includes('Ada'), false);
});
