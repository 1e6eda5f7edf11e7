import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contractOf } from '../../../contract/contract-of.js';
import { smallDocument } from '../../../contract/fixtures/small-contract.js';
import { cardExchange, exchangeOf, goodCard } from '../../../contract/fixtures/small-exchange.js';
import { chooseErrands } from './choose-errands.js';
import { mutantOfErrand } from './wire-errand.js';

const contract = contractOf(smallDocument());
const met = { scenario: 'cards:one' } as const;
const list = (query: Readonly<Record<string, string>>) =>
  exchangeOf({
    ...{ operationId: 'listCards', path: '/cards', query, answer: { items: [goodCard] }, headers: { 'x-total': '1' } },
    change: { ...met, id: 'x-000002' },
  });
const control = (...exchanges: readonly ReturnType<typeof list>[]) => ({ exchanges, checks: [] });
const card = cardExchange(goodCard, { change: met });

test('every kind is drawn before one is drawn again, the same for the same seed', () => {
  const draw = (seed: number, count: number) => chooseErrands(contract, control(card), { count, seed });
  const kinds = draw(7, 15).map((errand) => mutantOfErrand(contract, errand).kind);
  assert.equal(new Set(kinds).size, kinds.length);
  assert.deepEqual(draw(7, 15), draw(7, 15));
  assert.notDeepEqual(draw(7, 15), draw(8, 15));
  const all = draw(7, 10_000);
  assert.equal(new Set(all.map(({ mutant }) => mutant)).size, all.length);
});

test('nothing is drawn that a run of one scenario would not meet again', () => {
  const others = [{ scenario: null }, { identity: 'wrong-key' }, { cleanUp: true }] as const;
  const elsewhere = others.map((change, index) => ({ ...card, ...change, id: `x-00001${index}` }));
  const size = { count: 10_000, seed: 1 };
  assert.deepEqual(chooseErrands(contract, control(...elsewhere), size), []);
  const inItems = (query: Readonly<Record<string, string>>) =>
    chooseErrands(contract, control(list(query)), size).filter(({ mutant }) => mutant.includes('/body/items/')).length;
  assert.equal(inItems({}), 0);
  assert.ok(inItems({ cardholderId: '5' }) > 0);
});
