import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Exchange, Json } from '../../../trace/exchange.js';
import { checkOf } from '../all-checks.js';
import { exchangeFixture } from '../exchange-fixture.js';
import { money, page } from '../pair-builders.js';
import { movedByOthers } from './moved-by-others.js';

const [funded, card] = ['/wallets/2', '/cards/7/balance'];
const label = 'run-20260101t000000z-000000.abcdef.1';
const transfer = exchangeFixture({
  ...{ operationId: 'transferFromWallet', path: '/wallets/transfer', body: { transId: 91, transStatus: 1 } },
  request: { sourceWalletId: 2, destinationType: 1, destinationId: 7, amount: 500, description: `words ${label}` },
});
const at = (exchange: Exchange, seconds: number): Exchange => ({
  ...exchange,
  startedAt: new Date(Date.parse(transfer.startedAt) + seconds * 1000).toISOString(),
});
const list = (...items: readonly Json[]) =>
  at(page(items, { operationId: 'listWalletTransactions', query: { walletId: '2' } }), 5);
const moved = (transId: number | null, amount: number, more: Readonly<Record<string, Json>> = {}): Json => ({
  ...(transId === null ? {} : { transId }),
  ...{ amount, sourceWalletId: 2, destinationType: 1, destinationId: 8, transStatus: 1, ...more },
});
const ours = moved(91, 500);
const another = label.replace('20260101', '20260102');
const theirs = moved(92, 300, { description: another });
const somebodys = moved(92, 300, { description: 'lunch' });

describe('movements of others on a wallet', () => {
  const cases: readonly (readonly [string, readonly Exchange[], number, number])[] = [
    ['are none where no list was read', [transfer], 0, 0],
    ['are none in a list of our own transfer', [list(ours), transfer], 0, 0],
    [
      'are none where ours is listed twice, by its label',
      [list(ours, moved(93, 500, { description: `words ${label}` })), transfer],
      0,
      0,
    ],
    [
      'are none where ours is listed twice, by both its sides',
      [list(ours, moved(93, 500, { destinationId: 7 })), transfer],
      0,
      0,
    ],
    ['are what neither id nor label nor both sides make ours', [list(ours, theirs), transfer], 1, -300],
    ['cannot be told where no label proves them', [list(ours, somebodys), transfer], 1, Number.NaN],
    ['count once on two pages', [list(ours, theirs), list(theirs), transfer], 1, -300],
    [
      'are not what other scenarios of the run moved',
      [list(ours, moved(94, 70, { description: label.replace('abcdef', '012345') })), transfer],
      0,
      0,
    ],
    [
      'may come in',
      [list(ours, moved(92, 300, { sourceWalletId: 5, destinationId: 2, description: another })), transfer],
      1,
      300,
    ],
    [
      'count each where they have no id',
      [list(ours, moved(null, 300, { description: another }), moved(null, 200, { description: another })), transfer],
      2,
      -500,
    ],
    ['are of before where an earlier list shows them', [at(list(theirs), -9), list(ours, theirs), transfer], 0, 0],
    [
      'are those of this wallet alone',
      [{ ...list(theirs), request: { ...list().request, query: { walletId: '3' } } }, transfer],
      0,
      0,
    ],
  ];
  for (const [title, exchanges, count, units] of cases) {
    it(title, () => assert.deepEqual(movedByOthers(exchanges, funded), { count, units }));
  }
});

describe('moved money on a wallet that others use', () => {
  const judged = (
    check: 'moved-money-reconciles' | 'bad-destination-moves-nothing',
    fall: number,
    ...more: readonly Exchange[]
  ) =>
    checkOf(check).evaluate({
      exchanges: [
        ...[
          money(9000, 9000, funded),
          money(0, 0, card),
          money(9000 - fall, 9000 - fall, funded),
          money(500, 500, card),
        ],
        ...[...more, transfer],
      ],
      arguments: { amount: 500, source: funded, destination: card },
    }).outcome;

  it('is judged without their movements where the list shows them', () => {
    assert.equal(judged('moved-money-reconciles', 800, list(ours, theirs)), 'met');
    assert.equal(judged('bad-destination-moves-nothing', 300, list(theirs)), 'met');
  });

  it('is undetermined where nothing proves that they are of others', () => {
    assert.equal(judged('moved-money-reconciles', 800, list(ours, somebodys)), 'undetermined');
    assert.equal(judged('bad-destination-moves-nothing', 300, list(somebodys)), 'undetermined');
  });

  it('is undetermined where theirs do not explain the rest', () => {
    assert.equal(judged('moved-money-reconciles', 900, list(ours, theirs)), 'undetermined');
    assert.equal(
      judged('moved-money-reconciles', 800, list(ours, { ...(theirs as object), amount: 'much' })),
      'undetermined',
    );
    assert.equal(judged('bad-destination-moves-nothing', 400, list(theirs)), 'undetermined');
  });

  it('is violated where nobody else moved anything, or no list was read', () => {
    assert.equal(judged('moved-money-reconciles', 800, list(ours)), 'violated');
    assert.equal(
      judged('moved-money-reconciles', 1000, list(ours, moved(93, 500, { description: `words ${label}` }))),
      'violated',
    );
    assert.equal(judged('moved-money-reconciles', 800), 'violated');
    assert.equal(judged('bad-destination-moves-nothing', 300), 'violated');
  });
});
