import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../../../trace/exchange.js';
import type { ScenarioResult } from '../../../verdict/scenario-result.js';
import { unusualWay } from './unusual-way.js';
import { wayOf } from './way-of.js';
import { loadWayTable, renderWays } from './way-table.js';
import { parseYaml } from '../../../config/parse-yaml.js';

const exchanges = new Map(
  [
    ['x-1', 'createCard'],
    ['x-2', 'getCard'],
    ['x-3', 'getCard'],
    ['x-4', 'setCardStatus'],
  ].map(([id = '', operationId]) => [id, { operationId } as Exchange]),
);

function result(checks: readonly (readonly [string, readonly string[]])[], verdict = 'pass'): ScenarioResult {
  const steps = [['x-1'], [], ['x-2', 'x-3'], ['x-4']].map((exchangeIds) => ({ exchangeIds }));
  const named = checks.map(([check, exchangeIds]) => ({ check, exchangeIds }));
  return { id: 'cards:a', verdict, steps, checks: named } as unknown as ScenarioResult;
}

const usual = result([
  ['made', ['x-1']],
  ['shown', ['x-2', 'x-3']],
  ['said', []],
]);
const table = new Map([['cards:a', [['made 1 createCard', 'shown 3 getCard', 'said']]]]);

test('a way names each check, the last step that it rests on, and the operations, however often they were called', () => {
  assert.deepEqual(wayOf(usual, exchanges), ['made 1 createCard', 'shown 3 getCard', 'said']);
  assert.equal(unusualWay(usual, exchanges, table), null);
});

const strange: readonly (readonly [string, ScenarioResult, RegExp])[] = [
  ['a check that is missing', result([['made', ['x-1']]]), /expected "shown 3 getCard", found "no further check"/],
  [
    'a check over calls of another operation',
    result([...usualChecks(0), ['shown', ['x-4']], ['said', []]]),
    /expected "shown 3 getCard", found "shown 4 setCardStatus"/,
  ],
  [
    'a check over earlier calls',
    result([['made', ['x-1']], ['shown', ['x-1']], ['said', []]]), // prettier-ignore
    /expected "shown 3 getCard", found "shown 1 createCard"/,
  ],
  ['a further check', result([...usualChecks(0), ...usualChecks(1), ['said', []], ['more', []]]), /found "more"/],
];

function usualChecks(index: number): readonly (readonly [string, readonly string[]])[] {
  return usual.checks.slice(index, index + 1).map(({ check, exchangeIds }) => [check, exchangeIds]);
}

for (const [title, made, words] of strange) {
  test(`${title} is named`, () => {
    assert.match(unusualWay(made, exchanges, table)?.problem ?? '', words);
  });
}

test('nothing is said of a scenario that did not pass, nor of one that the table does not know', () => {
  assert.equal(unusualWay(result([], 'fail'), exchanges, table), null);
  assert.equal(unusualWay(result([]), exchanges, new Map()), null);
});

test('a table that is written is read as it was', async () => {
  const own = await loadWayTable();
  assert.ok(own.size > 100);
  const again = parseYaml(renderWays(own)) as { readonly scenarios: Record<string, string[][]> };
  assert.deepEqual(new Map(Object.entries(again.scenarios)), own);
});
