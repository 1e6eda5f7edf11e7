import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Coverage } from '../coverage.js';
import { emptyCoverage } from '../testing/empty-coverage.js';
import { scanRules } from '../../evidence/scan/scan-rules.js';
import { searchedValues } from '../../evidence/scan/searched-values.js';
import { placesIn, rangesOf } from './place-ranges.js';
import { scenariosTouching, type TouchedUse } from './scenarios-touching.js';

const row = (id: string, contract: string, scenarios: string) => ({
  id,
  contract,
  level: 'matched' as const,
  scenarios,
});
const coverage: Coverage = {
  ...emptyCoverage,
  scenarios: [
    { id: 'issue', requirements: ['TM-25'] },
    { id: 'hold', requirements: ['TM-29', 'TM-25'] },
    { id: 'list', requirements: ['TM-60'] },
  ],
  targets: [
    row('operation:getCard:', '/paths/~1cards/get', '0-1'),
    row('member-present:getCard:/response/200/body/alias', '/components/schemas/Card/properties/alias', '1'),
    row('status:getCard:/response/4XX', '/components/responses/Refusal', '0'),
    row('status:getCard:/response/404', '/paths/~1cards/get/responses/404', ''),
    row('status:pin:/response/4XX', '/components/responses/Refusal', ''),
    row('operation:listCards:', '/paths/~1list/get', '2'),
    row('member-present:listCards:/response/200/body/items/*/alias', '/components/schemas/Card/properties/alias', '2'),
    row('status:listCards:/response/4XX', '/components/responses/Refusal', '2'),
    row('member-present:response-Refusal:/response/body/code', '/components/schemas/Error/properties/code', '0,2'),
    row('operation:pin:', '/paths/~1pin/put', '0,2'),
    row('request-sent:pin:/request/body/newPin', '/components/schemas/Pin/properties/newPin', '2'),
    row('constraint-violated:pin:/request/body/newPin=required', '/components/schemas/Pin/required', '0'),
    row('constraint-violated:pin:/request/body=type', '/components/schemas/Pin/type', ''),
    row('operation:called:', '/webhooks/called/post', '1'),
    row('member-present:called:/request/body/id', '/components/schemas/Call/properties/id', '1'),
    row('operation:close:', '/paths/~1close/put', ''),
  ],
};

const inAnswer = (operationId: string) => ({ operationId, direction: 'response' as const });
const inRequest = (operationId: string) => ({ operationId, direction: 'request' as const });

const cases: readonly (readonly [string, TouchedUse | null, string, readonly string[], boolean])[] = [
  ['a member of one operation', inAnswer('getCard'), '/components/schemas/Card/properties/alias', ['hold'], true],
  ['a member of every operation', null, '/components/schemas/Card/properties/alias', ['hold', 'list'], true],
  ['a whole schema', inAnswer('listCards'), '/components/schemas/Card', ['list'], true],
  [
    'a shared response, of this operation alone',
    inAnswer('getCard'),
    '/components/schemas/Error/properties/code',
    ['issue'],
    true,
  ],
  ['a rule inside a target', inAnswer('getCard'), '/components/schemas/Card/properties/alias/maxLength', ['hold'], false], // prettier-ignore
  ['something new in an operation', inRequest('getCard'), '/paths/~1cards/get/parameters/0', ['issue', 'hold'], false],
  ['what an answered object says of itself', inAnswer('getCard'), '/components/schemas/Card/required', ['hold'], false],
  [
    'a shared schema without a target',
    inAnswer('getCard'),
    '/components/schemas/CardId/type',
    ['issue', 'hold'],
    false,
  ],
  ['what every operation inherits', inRequest('getCard'), '/security', ['issue', 'hold'], false],
  ['a name that only begins alike', inAnswer('getCard'), '/components/schemas/Card/properties/ali', ['hold'], false],
  ['what stands on the other way alone', inRequest('listCards'), '/components/schemas/Card/properties/alias', ['list'], false], // prettier-ignore
  ['a rule of a request that one scenario breaks', inRequest('pin'), '/components/schemas/Pin/required', ['issue', 'list'], false], // prettier-ignore
  [
    'a rule of a request that nobody breaks',
    inRequest('pin'),
    '/components/schemas/Pin/type',
    ['issue', 'list'],
    false,
  ],
  ['what the platform sends us', inAnswer('called'), '/components/schemas/Call/properties/id', ['hold'], true],
  ['an answer that came', inAnswer('getCard'), '/components/responses/Refusal/headers/retry-after', ['issue'], false],
  [
    'an answer that came elsewhere only',
    inAnswer('pin'),
    '/components/responses/Refusal/headers/retry-after',
    [],
    false,
  ],
  ['an answer that never came', inAnswer('getCard'), '/paths/~1cards/get/responses/404/content', [], false],
  ['an answer that never came, itself', inAnswer('getCard'), '/paths/~1cards/get/responses/404', [], false],
  ['an answer that coverage has no target for', inAnswer('getCard'), '/paths/~1cards/get/responses/500', ['issue', 'hold'], false], // prettier-ignore
  ['an operation that nothing called', inRequest('close'), '/paths/~1close/put', [], false],
  ['an operation that the run does not know', inRequest('other'), '/paths/~1cards/get', [], false],
];
for (const [what, use, pointer, scenarios, precise] of cases) {
  test(`what touches ${what}`, () => {
    const found = scenariosTouching(coverage, use, pointer);
    assert.deepEqual([found.scenarios, found.precise], [scenarios, precise]);
  });
}

test('the rows of the scenarios come along, each once', () => {
  assert.deepEqual(scenariosTouching(coverage, inRequest('getCard'), '/paths/~1cards/get').requirements, [
    'TM-25',
    'TM-29',
  ]);
});

test('places survive being written as ranges', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(200)), (places) => {
      assert.deepEqual(
        placesIn(rangesOf(places)),
        places.toSorted((a, b) => a - b),
      );
    }),
  );
  assert.equal(rangesOf([3, 0, 1, 2, 7]), '0-3,7');
});

test('the places of a long run hold nothing that the search for card data takes for a card number', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1000, max: 9999 }), { minLength: 200, maxLength: 400 }), (places) => {
      const text = rangesOf(places);
      const found = scanRules
        .filter(({ needsRun }) => !needsRun)
        .filter((rule) => rule.find(text, searchedValues([])).length > 0);
      assert.deepEqual(found, [], text);
    }),
  );
});
