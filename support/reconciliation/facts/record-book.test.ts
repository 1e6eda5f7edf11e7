import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Json } from '../../trace/exchange.js';
import { fee, movement, purchase, traffic, type MoneyCall } from '../testing/money-traffic.js';
import { FactsCollector, type MoneyFacts } from './facts-collector.js';

function factsOf(...calls: readonly MoneyCall[]): MoneyFacts {
  const collector = new FactsCollector();
  for (const exchange of traffic(calls)) collector.listen(exchange);
  return collector.facts;
}

function page(items: readonly Json[], total: number, query: Readonly<Record<string, string>>): MoneyCall {
  const answer = { status: 'success', items, total, limit: 2, offset: Number(query['offset'] ?? 0) };
  return { operationId: 'listCardTransactions', path: '/cards/transactions', query, answer };
}

const one = purchase('3.00', 1, '41');
const two = purchase('3.00', 1, '42');
const three = purchase('3.00', 1, '43');

it('pages that follow one another are one complete read, which counts from its last page', () => {
  const { completeReads, records } = factsOf(
    page([one, two], 3, { cardId: '7', limit: '2' }),
    page([three], 3, { cardId: '7', limit: '2', offset: '2' }),
  );
  assert.deepEqual(
    completeReads.map(({ scope, seen }) => [scope, seen.exchangeId]),
    [['card:7', 'x-000002']],
  );
  assert.deepEqual(
    records.map(({ id }) => id),
    ['41', '42', '43'],
  );
});

it('a first page, a later page alone, and a filtered list are no complete read', () => {
  for (const query of [{ cardId: '7' }, { cardId: '7', offset: '2' }, { cardId: '7', transStatus: '1' }]) {
    assert.deepEqual(factsOf(page([one, two], 3, query)).completeReads, []);
  }
  assert.deepEqual(factsOf(page([one], 1, { cardId: '7', transStatus: '1' })).completeReads, []);
});

it('a record is kept as read last, with the first exchange that showed each status', () => {
  const { records } = factsOf(page([one], 1, {}), page([purchase('3.00', 2, '41')], 1, {}), page([one], 1, {}));
  const record = records[0];
  assert.ok(record !== undefined);
  assert.equal(record.seen.exchangeId, 'x-000001');
  assert.deepEqual(
    [...record.seenAs].map(([status, { exchangeId }]) => [status, exchangeId]),
    [
      [1, 'x-000001'],
      [2, 'x-000002'],
    ],
  );
});

it('a movement names both its sides, a deposit only its wallet, a fee its card', () => {
  const lists: readonly (readonly [string, Json, readonly string[]])[] = [
    ['listWalletTransactions', movement(500), ['wallet:2', 'card:7']],
    ['listWalletTransactions', { transId: 5, amount: 5, walletId: 2 }, ['wallet:2']],
    ['listCardFees', fee('0.30'), ['card:7']],
  ];
  for (const [operationId, item, holders] of lists) {
    const { records } = factsOf({ operationId, path: '/x', answer: { status: 'success', items: [item], total: 1 } });
    assert.deepEqual(records[0]?.holders, holders);
  }
});

it('a fee without its card is the card it was listed for, whatever list shows it later', () => {
  const nameless = { authRefNum: 'A41', amount: '0.30' };
  const list = (query: Readonly<Record<string, string>>): MoneyCall => ({
    ...{ operationId: 'listCardFees', path: '/cards/fees', query },
    answer: { status: 'success', items: [nameless, nameless], total: 2 },
  });
  const { records } = factsOf(list({ cardId: '7' }), list({ cardholderId: '1' }));
  // Two that are alike on one page are two, and none of them is listed twice.
  assert.deepEqual(
    records.map(({ holders, twiceIn }) => [holders, twiceIn]),
    [
      [['card:7'], null],
      [['card:7'], null],
    ],
  );
});

it('creation times are read as ISO 8601 and as Unix seconds', () => {
  for (const dateCreated of ['2026-11-21T08:00:00.900Z', '1795248000']) {
    const { records } = factsOf(page([{ ...(one as object), dateCreated }], 1, {}));
    assert.equal(records[0]?.createdSeconds, 1795248000);
  }
});
