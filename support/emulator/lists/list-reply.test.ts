import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openSession } from '../test-kit/open-session.js';
import { approvedCardholder, newCardholder } from '../test-kit/subjects.js';

const session = await openSession();
after(() => session.close());
const ids: number[] = [];
for (const lastName of ['Cole', 'Abel', 'Bode', 'Abel', 'Dahl']) {
  ids.push(await newCardholder(session, { lastName }));
  session.pass(10);
}
const approved = await approvedCardholder(session, { lastName: 'Eder' });

const list = async (query: string) => {
  const { status, body } = await session.call('GET', `/cardholders?${query}`);
  const items = (body['items'] ?? []) as { cardholderId: number; status: number; lastName: string }[];
  return { status, total: body['total'] as number | undefined, items };
};

test('pages join without loss or repeat and the total stays that of all matches', async () => {
  const pages = await Promise.all([0, 2, 4].map((offset) => list(`limit=2&offset=${offset}`)));
  assert.deepEqual(
    pages.flatMap(({ items }) => items.map(({ cardholderId }) => cardholderId)),
    [...ids, approved],
  );
  assert.deepEqual(
    pages.map(({ total }) => total),
    [6, 6, 6],
  );
});

test('filters are met by every item', async () => {
  assert.deepEqual(
    (await list('status=1')).items.map(({ cardholderId }) => cardholderId),
    [approved],
  );
  assert.equal((await list('status=4')).total, 5);
});

test('order and direction apply, equal keys keep their order of creation', async () => {
  const up = (await list('orderBy=lastName&sort=asc')).items.map(({ lastName }) => lastName);
  assert.deepEqual(up, ['Abel', 'Abel', 'Bode', 'Cole', 'Dahl', 'Eder']);
  const down = (await list('orderBy=cardholderId&sort=desc')).items.map(({ cardholderId }) => cardholderId);
  assert.deepEqual(down, [approved, ...[...ids].reverse()]);
});

test('before and after cut by creation time in Unix seconds', async () => {
  const { body } = await session.call('GET', `/cardholders/${ids[2]}`);
  const second = Math.floor(Date.parse(String(body['dateCreated'])) / 1000);
  assert.equal((await list(`after=${second + 1}`)).total, 3);
  assert.equal((await list(`before=${second}`)).total, 2);
});

for (const query of [
  'limit=201',
  'limit=0',
  'limit=x',
  'offset=-1',
  'orderBy=shoeSize',
  'sort=up',
  'status=9',
  'before=soon',
])
  test(`${query} is a bad request`, async () => {
    assert.equal((await list(query)).status, 400);
  });
