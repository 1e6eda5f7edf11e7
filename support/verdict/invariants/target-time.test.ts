import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exchangeFixture } from '../checks/exchange-fixture.js';
import { answeredAt, shownTime } from './target-time.js';

test('a time is read in every form the open question names', () => {
  const forms = [
    '2026-01-01T00:00:00.000Z',
    '2026-01-01T01:00:00+01:00',
    '2026-01-01T01:00:00+0100',
    '2026-01-01 00:00:00',
    '2026-01-01',
    '1767225600',
    1_767_225_600,
    '1767225600000',
  ];
  assert.deepEqual(
    forms.map((form) => shownTime(form)),
    forms.map(() => 1_767_225_600),
  );
});

test('any other form says nothing', () => {
  for (const form of [undefined, null, '', 0, '01/02/2026', '2026-13-01', 'yesterday', { at: 1 }])
    assert.equal(shownTime(form), undefined);
});

test('the clock of the target is its Date header, and without one there is none', () => {
  assert.equal(answeredAt(exchangeFixture({ date: 'Thu, 01 Jan 2026 00:00:00 GMT' })), 1_767_225_600);
  assert.equal(answeredAt(exchangeFixture()), undefined);
  assert.equal(answeredAt(exchangeFixture({ failure: 'timeout' })), undefined);
});
