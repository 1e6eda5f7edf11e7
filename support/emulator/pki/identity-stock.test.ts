import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identityStock } from './identity-stock.js';
import type { IdentityNames, PlatformIdentities } from './platform-identities.js';

const namesOf = (program: string): IdentityNames => ({
  served: { tenant: 'Tenant', program },
  neighbour: { tenant: 'Tenant', program: 'Neighbour' },
});

/** A stock that makes sets of nothing but a name and a number. */
function numbered() {
  let made = 0;
  const stock = identityStock(({ served }) => {
    made += 1;
    return Promise.resolve({ authority: `${served.program} ${String(made)}` } as PlatformIdentities);
  });
  const take = async (program: string) => (await stock.take(namesOf(program), 0)).authority;
  return { stock, take, made: () => made };
}

test('what is stocked is given out once, and then there is more', async () => {
  const { stock, take, made } = numbered();
  await stock.fill(namesOf('A'), 0, 2);
  assert.equal(made(), 2);
  assert.deepEqual([await take('A'), await take('A'), await take('A')], ['A 1', 'A 2', 'A 3']);
});

test('a stock that is full enough is left alone', async () => {
  const { stock, take, made } = numbered();
  await stock.fill(namesOf('A'), 0, 2);
  await take('A');
  await stock.fill(namesOf('A'), 0, 2);
  assert.equal(made(), 3);
});

test('certificates never go to somebody of another name', async () => {
  const { stock, take } = numbered();
  await stock.fill(namesOf('A'), 0, 2);
  assert.equal(await take('B'), 'B 3');
  await stock.fill(namesOf('B'), 0, 1);
  assert.deepEqual([await take('A'), await take('B')], ['A 5', 'B 4']);
});
