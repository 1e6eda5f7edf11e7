import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exchangesByScenario } from './exchanges-by-scenario.js';
import { anExchange, asStream } from '../evidence/testing/sample-run.js';

test('every scenario comes once, with all its exchanges in order, as soon as it is complete', async () => {
  const order = [null, 'one', 'two', 'one', 'two', 'three', null] as const;
  const exchanges = order.map((scenario, index) => anExchange({ id: `x-${index}`, scenario }));
  const groups: [string | null, string[]][] = [];
  for await (const { scenario, exchanges: own } of exchangesByScenario(() => asStream(exchanges)))
    groups.push([scenario, own.map(({ id }) => id)]);
  assert.deepEqual(groups, [
    ['one', ['x-1', 'x-3']],
    ['two', ['x-2', 'x-4']],
    ['three', ['x-5']],
    [null, ['x-0', 'x-6']],
  ]);
});

test('a run without exchanges has no groups', async () => {
  const groups = exchangesByScenario(() => asStream([]));
  assert.equal((await groups.next()).done, true);
});
