import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../json/json-pointer.js';
import { smallDocument } from '../../contract/fixtures/small-contract.js';
import { cardExchange, goodCard } from '../../contract/fixtures/small-exchange.js';
import { packJudge } from './pack-judge.js';

/** The small contract with an alias of at least this many characters. */
function withAlias(minLength: number): JsonObject {
  const text = JSON.stringify(smallDocument());
  const changed = text.replace('"alias":{', `"alias":{"minLength":${minLength},`);
  assert.notEqual(changed, text, 'the small contract has no alias');
  return JSON.parse(changed) as JsonObject;
}

test('packs are judged by their own contracts, whichever was read before', () => {
  for (const [minLength, expected] of [
    [1, 'conforming'],
    [5, 'violating'],
    [1, 'conforming'],
    [1, 'conforming'],
    [5, 'violating'],
  ] as const) {
    const judge = packJudge(withAlias(minLength), null);
    assert.equal(judge(cardExchange(goodCard)).outcome, expected, `at least ${minLength} characters`);
  }
});
