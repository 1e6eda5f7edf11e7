import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openSession } from '../test-kit/open-session.js';
import { newCardholder, person, statusOf } from '../test-kit/subjects.js';

const session = await openSession();
after(() => session.close());

const submit = (id: number) => session.call('PUT', `/cardholders/${id}/kyc-submit`);
const refresh = (id: number) => session.call('POST', `/cardholders/${id}/kyc-url/refresh`);
const force = (cardholderId: number, result: string) =>
  session.call('POST', '/staging/kyc/validate', { cardholderId, result });

test('a new cardholder is a draft that reads back what was sent', async () => {
  const id = await newCardholder(session);
  const seen = await session.call('GET', `/cardholders/${id}`);
  assert.equal(seen.body['status'], 4);
  assert.equal(seen.body['lastName'], person.lastName);
  assert.equal(seen.body['transactionLimit'], session.emulator.profile.transactionLimit);
});

test('submission passes through 0 to 3 and a forced pass through 0 to 1', async () => {
  const id = await newCardholder(session);
  const submitted = await submit(id);
  assert.match(String(submitted.body['applicationLink']), /^https:/);
  assert.equal(await statusOf(session, id), 0);
  session.pass(12);
  assert.equal(await statusOf(session, id), 3);
  assert.deepEqual((await force(id, 'pass')).body, { status: 'success', result: {} });
  assert.equal(await statusOf(session, id), 0);
  session.pass(12);
  assert.equal(await statusOf(session, id), 1);
});

test('a declined cardholder reopens by refresh, and by submission', async () => {
  for (const reopen of [refresh, submit]) {
    const id = await newCardholder(session);
    await submit(id);
    session.pass(12);
    await force(id, 'fail');
    session.pass(12);
    assert.equal(await statusOf(session, id), 2);
    const reopened = await reopen(id);
    assert.equal(reopened.status, 200);
    session.pass(12);
    assert.equal(await statusOf(session, id), 3);
  }
});

test('a refresh under review gives another link and changes no status', async () => {
  const id = await newCardholder(session);
  const first = await submit(id);
  session.pass(12);
  const second = await refresh(id);
  assert.notEqual(second.body['applicationLink'], first.body['applicationLink']);
  assert.equal(await statusOf(session, id), 3);
});

test('what the lifecycle does not have is a 409 and changes nothing', async () => {
  const id = await newCardholder(session);
  for (const attempt of [() => refresh(id), () => force(id, 'pass')]) {
    const seen = await attempt();
    assert.deepEqual([seen.status, seen.body['code']], [409, 'refused_by_state']);
  }
  assert.equal(await statusOf(session, id), 4);
  await submit(id);
  assert.equal((await submit(id)).status, 409);
});

test('a cardholder is editable as a draft, locked under review, and after approval but for the limit', async () => {
  const id = await newCardholder(session);
  const edit = (body: object) => session.call('PUT', `/cardholders/${id}`, { callingCode: '001', ...body });
  assert.equal((await edit({ lastName: 'Changed' })).status, 200);
  await submit(id);
  session.pass(12);
  assert.equal((await edit({ lastName: 'Again' })).status, 409);
  await force(id, 'pass');
  session.pass(12);
  assert.equal((await edit({ lastName: 'Again' })).status, 409);
  assert.equal((await edit({ transactionLimit: 5000 })).status, 200);
  const seen = await session.call('GET', `/cardholders/${id}`);
  assert.deepEqual([seen.body['lastName'], seen.body['transactionLimit']], ['Changed', 5000]);
});

const organic: readonly [string, number, number][] = [
  ['Organic-Error', 6, 300],
  ['Organic-Admin', 7, 300],
  ['Organic-Approve', 1, 300],
  ['Organic-Slow', 3, 100_000],
  ['Anybody', 1, 86_400],
];

for (const [lastName, status, seconds] of organic) {
  test(`${lastName} ends in ${status} when nothing is forced`, async () => {
    const id = await newCardholder(session, { lastName });
    await submit(id);
    session.pass(12);
    assert.equal(await statusOf(session, id), 3);
    session.pass(seconds + 12);
    assert.equal(await statusOf(session, id), status);
  });
}

test('an organic decision of a review that was decided and reopened is dropped', async () => {
  const id = await newCardholder(session, { lastName: 'Organic-Admin' });
  await submit(id);
  session.pass(12);
  await force(id, 'fail');
  session.pass(12);
  await refresh(id);
  session.pass(12);
  assert.equal(await statusOf(session, id), 3);
  session.pass(270);
  assert.equal(await statusOf(session, id), 3);
  session.pass(60);
  assert.equal(await statusOf(session, id), 7);
});

test('the token route is closed without the switch, and the switch without the capability', async () => {
  const id = await newCardholder(session);
  assert.equal((await session.call('POST', `/cardholders/${id}/sumsub-token`, { token: 'abc' })).status, 409);
  const refused = await session.call('POST', '/cardholders', { ...person, sumsubEnabled: 1 });
  assert.equal(refused.status, 400);
});

test('a limit above the Program is refused on creation', async () => {
  const seen = await session.call('POST', '/cardholders', { ...person, transactionLimit: 1_000_001 });
  assert.deepEqual([seen.status, seen.body['code']], [400, 'limit_above_parent']);
});
