import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exchangeFixture as made } from '../verdict/checks/exchange-fixture.js';
import { checkOf } from '../verdict/checks/all-checks.js';
import { readPages } from './read-pages.js';

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

test('a target that ignores the offset is left one page past its total, and is a violation', async () => {
  const read = await served(5, () => 5, false);
  assert.equal(read.length, 4);
  assert.equal(outcome(read), 'violated');
});

test('a refused list ends the reading', async () => {
  const read = await readPages(2, () => Promise.resolve(made({ status: 500 })));
  assert.equal(read.length, 1);
});
