import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exchangeFixture as made } from '../verdict/checks/exchange-fixture.js';
import { checkOf } from '../verdict/checks/all-checks.js';
import { mostPages, readPages } from './read-pages.js';
import { WalletMovements } from './subjects/wallet-movements.js';
import { scriptedScope } from './test-kit/scripted-scope.js';

/** A list of `count` items whose total is what `totalOf` says of the items in the page. */
function served(count: number, totalOf: (inPage: number) => number, obeysOffset = true) {
  const all = Array.from({ length: count }, (_, index) => ({ transId: String(index) }));
  return readPages(2, ({ limit, offset }) => {
    const items = obeysOffset ? all.slice(offset, offset + limit) : all.slice(0, limit);
    const body = { status: 'success', items, total: totalOf(items.length), limit, offset };
    return Promise.resolve(made({ operationId: 'listCardTransactions', body }));
  });
}

const outcome = (exchanges: Awaited<ReturnType<typeof readPages>>) =>
  checkOf('pages-join-without-loss').evaluate({ exchanges, arguments: { key: 'transId' } }).outcome;

for (const [count, pages] of [
  [3, 2],
  [5, 3],
  [4, 3],
] as const) {
  test(`${String(count)} items in twos take ${String(pages)} pages and join`, async () => {
    const read = await served(count, () => count);
    assert.equal(read.length, pages);
    assert.equal(outcome(read), 'met');
  });
}

test('a total that counts the page instead of all matches hides no page and is a violation', async () => {
  const read = await served(5, (inPage) => inPage);
  assert.ok(read.length > 1);
  assert.equal(outcome(read), 'violated');
});

test('a target that ignores the offset is left at the page that repeats, whatever its total, and is a violation', async () => {
  for (const total of [4, 5, Number.MAX_SAFE_INTEGER]) {
    const read = await served(5, () => total, false);
    assert.equal(read.length, 2);
    assert.equal(outcome(read), 'violated');
  }
});

test('a list without end is left at the limit, and nobody is blamed', async () => {
  let asked = 0;
  const endless = () => {
    asked += 1;
    if (asked > mostPages) throw new Error('asked on and on');
    const body = { items: [{ transId: asked }, { transId: -asked }], total: Number.MAX_SAFE_INTEGER };
    return Promise.resolve(made({ operationId: 'listCardTransactions', body }));
  };
  await assert.rejects(readPages(2, endless), { code: 'WLD-113', message: /250 full pages of 2 items/ });
  assert.equal(asked, mostPages);
});

test('wallet movements behind a page that repeats are not known, unless it shows what is looked for', async () => {
  const movements = Array.from({ length: 200 }, (_, index) => ({ transId: index }));
  const body = { items: movements, total: 1000 };
  const list = () => new WalletMovements(scriptedScope({ listWalletTransactions: [body] }).scope);
  await assert.rejects(list().listPages(3, {}), { code: 'WLD-113' });
  assert.equal((await list().listPages(3, {}, () => true)).length, 1);
});

test('a refused list ends the reading', async () => {
  const read = await readPages(2, () => Promise.resolve(made({ status: 500 })));
  assert.equal(read.length, 1);
});
