import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Profile } from '../../config/profile.js';
import type { JsonObject } from '../../json/json-pointer.js';
import { numberBefore } from '../../trace/shard-numbers.js';
import { exchangeFixture, type ExchangeDetails } from '../../verdict/checks/exchange-fixture.js';
import type { MergedPlan } from '../merge/merged-plan.js';
import { ClaimsAgain } from './claims-again.js';
import { claimDifferences } from './compare-claims.js';

const denied = {
  physicalCards: true,
  bankRail: true,
  cryptoRail: false,
  wallets: true,
  threeDSecure: true,
  sumsub: true,
};
const run = { profile: { capabilities: denied } as unknown as Profile, contract: { paths: {} } as JsonObject };
const issued = (id: number, addresses: number, more: ExchangeDetails = {}) => ({
  ...exchangeFixture({
    operationId: 'issueVirtualCard',
    body: { cryptoAddresses: Array.from({ length: addresses }, () => ({})) },
    ...more,
  }),
  id: `x-${String(id).padStart(6, '0')}`,
});
const again = (merged: MergedPlan | null = null) =>
  new ClaimsAgain({ run, record: { environment: 'staging' }, merged });
const shards = { shards: [{ index: 1 }, { index: 2 }] } as unknown as MergedPlan;

test('claims follow from the recorded exchanges, and a recorded one that does not is named', () => {
  const claims = again();
  for (const exchange of [issued(1, 0), issued(2, 3)]) claims.listen(exchange);
  const [claim] = [...claims.found.values()];
  assert.deepEqual([claim?.capability, claim?.outcome], ['cryptoRail', 'contradicted']);
  assert.match(claim?.finding ?? '', /3 deposit address.*x-000002/);
  assert.deepEqual(claimDifferences([...claims.found.values()], claims.found), []);
  const upheld = { capability: 'cryptoRail', outcome: 'upheld', finding: 'nothing came' } as const;
  for (const recorded of [[], [upheld]]) {
    const [found, ...more] = claimDifferences(recorded, claims.found);
    assert.match(found?.problem ?? '', /^claim cryptoRail: recorded .*, the evidence gives .*contradicted/);
    assert.deepEqual(more, []);
  }
  const twice = [...claims.found.values(), ...claims.found.values()];
  assert.match(
    claimDifferences(twice, claims.found)
      .map(({ problem }) => problem)
      .join(),
    /twice/,
  );
});

test('what a server of ours replayed is no answer of the target', () => {
  const claims = again();
  claims.listen({ ...issued(1, 3), replayed: true });
  assert.equal(claims.found.get('cryptoRail')?.outcome, 'not-probed');
});

test('each shard of a merged run looked for itself: the first that saw as much is named', () => {
  const [one, two] = [numberBefore(1) + 1, numberBefore(2) + 1];
  const claims = again(shards);
  for (const exchange of [issued(one, 0), issued(two, 0)]) claims.listen(exchange);
  assert.match(claims.found.get('cryptoRail')?.finding ?? '', new RegExp(`x-${one}`));
  claims.listen(issued(two + 1, 1));
  assert.match(claims.found.get('cryptoRail')?.finding ?? '', new RegExp(`x-${two + 1}`));
});

test('a shard that was not merged is a run like any other', () => {
  const claims = again();
  claims.listen(issued(numberBefore(2) + 1, 1));
  assert.equal(claims.found.get('cryptoRail')?.outcome, 'contradicted');
});
