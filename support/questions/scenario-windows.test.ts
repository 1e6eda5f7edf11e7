import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exchangeFixture } from '../verdict/checks/exchange-fixture.js';
import { aResult } from '../verdict/testing/samples.js';
import { ScenarioWindows } from './scenario-windows.js';

const of = (scenario: string) => ({ ...exchangeFixture({}), scenario });

test('a scenario is handed out once, with its own exchanges, when the last of them has come', () => {
  const [earlierAttempt, first, other, last, late] = [of('a'), of('a'), of('b'), of('a'), of('a')];
  const windows = new ScenarioWindows([aResult({ id: 'a', exchangeIds: [first.id, last.id] })]);
  const handed = [earlierAttempt, first, other, last, late].map((exchange) => windows.take(exchange));
  assert.deepEqual(
    handed.map((traffic) => traffic?.exchanges.map(({ id }) => id) ?? null),
    [null, null, null, [first.id, last.id], null],
  );
});

test('a scenario without exchanges is never waited for', () => {
  const windows = new ScenarioWindows([aResult({ id: 'a', exchangeIds: [] })]);
  assert.equal(windows.take(of('a')), null);
});
