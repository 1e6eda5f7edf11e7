import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Client } from '../client/client.js';
import type { Capabilities } from '../config/profile.js';
import type { EnvironmentName } from '../config/environment-name.js';
import type { Exchange } from '../trace/exchange.js';
import { exchangeFixture, type ExchangeDetails } from '../verdict/checks/exchange-fixture.js';
import { ClaimWatch, type Watched } from './claim-watch.js';

const everything: Capabilities = {
  ...{ physicalCards: true, bankRail: true, cryptoRail: true, wallets: true, threeDSecure: true, sumsub: true },
};

const operations: Watched['contract']['operations'] = new Map([['listWallets', {} as never]]);

function watchOf(denied: Partial<Capabilities>, environment: EnvironmentName = 'staging', known = operations) {
  return new ClaimWatch({ environment, capabilities: { ...everything, ...denied }, contract: { operations: known } });
}

/** A client that answers every call like this, with a watch that listens to it, and what it was asked. */
function clientOf(answer: ExchangeDetails, watch: Pick<ClaimWatch, 'listen'> | null = null) {
  const calls: string[] = [];
  const client: Client = {
    call: (operationId) => {
      calls.push(operationId);
      const exchange = { ...exchangeFixture({ operationId, ...answer }), scenario: null };
      watch?.listen(exchange);
      return Promise.resolve(exchange);
    },
    probe: () => Promise.reject(new Error('no probe outside the contract is expected')),
    close: () => Promise.resolve(),
  };
  return { client, calls };
}

const issued = (addresses: readonly string[], details: ExchangeDetails = {}): Exchange =>
  exchangeFixture({
    operationId: 'issueVirtualCard',
    body: { cardId: 1, cryptoAddresses: addresses.map((address) => ({ chain: 'evm', address })) },
    ...details,
  });

describe('the claim that a Program has no wallets', () => {
  const answers: readonly (readonly [string, ExchangeDetails, string, RegExp])[] = [
    ['a wallet in the list', { body: { items: [{ walletId: 1 }] } }, 'contradicted', /listWallets showed 1 wallet/],
    ['an empty list', { body: { items: [] } }, 'upheld', /nothing that contradicts/],
    ['a refusal', { status: 404 }, 'upheld', /HTTP 404/],
    ['a server error', { status: 503 }, 'not-probed', /HTTP 503/],
    ['no answer', { failure: 'reset' }, 'not-probed', /reset/],
  ];
  for (const [what, answer, outcome, finding] of answers) {
    it(`is ${outcome} by ${what}`, async () => {
      const watch = watchOf({ wallets: false });
      const { client, calls } = clientOf(answer, watch);
      await watch.ask(client);
      assert.deepEqual(calls, ['listWallets']);
      const claim = watch.findings.get('wallets');
      assert.equal(claim?.outcome, outcome);
      assert.match(claim.finding, finding);
      assert.match(claim.finding, /x-\d+/);
    });
  }

  it('is seen again in what was recorded, and no answer that says nothing takes that back', () => {
    const watch = watchOf({ wallets: false });
    const asked = (details: ExchangeDetails) =>
      watch.listen({ ...exchangeFixture({ operationId: 'listWallets', ...details }), scenario: null });
    asked({ body: { items: [] } });
    asked({ status: 503 });
    assert.equal(watch.findings.get('wallets')?.outcome, 'upheld');
    asked({ body: { items: [{ walletId: 1 }] } });
    asked({ body: { items: [] } });
    assert.equal(watch.findings.get('wallets')?.outcome, 'contradicted');
  });

  it('is nothing that a scenario lists', () => {
    const watch = watchOf({ wallets: false });
    watch.listen(exchangeFixture({ operationId: 'listWallets', body: { items: [{ walletId: 1 }] } }));
    assert.equal(watch.findings.get('wallets')?.outcome, 'not-probed');
  });

  it('is not asked about where the contract has no such call', async () => {
    const { client, calls } = clientOf({});
    const watch = watchOf({ wallets: false }, 'staging', new Map());
    await watch.ask(client);
    assert.deepEqual([calls, watch.findings.get('wallets')?.outcome], [[], 'not-probed']);
  });

  it('is never asked about in production, nor where the Program has wallets', async () => {
    const { client, calls } = clientOf({});
    await watchOf({ wallets: false }, 'production').ask(client);
    const watch = watchOf({});
    await watch.ask(client);
    assert.deepEqual([calls, watch.findings.size], [[], 0]);
  });
});

describe('the claim that a Program has no crypto rail', () => {
  it('is contradicted by a card issued with addresses, whatever comes later', () => {
    const watch = watchOf({ cryptoRail: false });
    watch.listen(issued(['0x1']));
    watch.listen(issued([]));
    assert.equal(watch.findings.get('cryptoRail')?.outcome, 'contradicted');
  });

  it('is upheld by cards issued without any, and open where none was issued', () => {
    const watch = watchOf({ cryptoRail: false });
    assert.equal(watch.findings.get('cryptoRail')?.outcome, 'not-probed');
    watch.listen(exchangeFixture({ operationId: 'getCard', body: { cryptoAddresses: [{}] } }));
    watch.listen(issued(['0x1'], { status: 409 }));
    assert.equal(watch.findings.get('cryptoRail')?.outcome, 'not-probed');
    watch.listen(issued([]));
    assert.equal(watch.findings.get('cryptoRail')?.outcome, 'upheld');
  });
});

it('a claim without a harmless probe says why it was not probed, and no call is made for it', async () => {
  const { client, calls } = clientOf({});
  const denied = { bankRail: false, threeDSecure: false, physicalCards: false, sumsub: false };
  const watch = watchOf(denied);
  await watch.ask(client);
  assert.deepEqual(calls, []);
  assert.deepEqual([...watch.findings.keys()].toSorted(), Object.keys(denied).toSorted());
  for (const { outcome, finding } of watch.findings.values()) {
    assert.equal(outcome, 'not-probed');
    assert.match(finding, /would show it|announces money/);
  }
});
