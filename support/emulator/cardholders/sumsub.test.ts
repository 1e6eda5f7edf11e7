import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { builtInProfile } from '../../config/built-in-profile.js';
import { openSession } from '../test-kit/open-session.js';
import { newCardholder, statusOf } from '../test-kit/subjects.js';

const plain = builtInProfile();
const session = await openSession({ profile: { ...plain, capabilities: { ...plain.capabilities, sumsub: true } } });
after(() => session.close());

const sendToken = (id: number) => session.call('POST', `/cardholders/${id}/sumsub-token`, { token: 'opaque' });

for (const sumsubEnabled of [1, true]) {
  test(`with sumsubEnabled ${String(sumsubEnabled)} kyc-submit is refused and the token opens the review`, async () => {
    const id = await newCardholder(session, { sumsubEnabled });
    assert.equal((await session.call('PUT', `/cardholders/${id}/kyc-submit`)).status, 409);
    assert.equal((await sendToken(id)).status, 200);
    session.pass(12);
    assert.equal(await statusOf(session, id), 3);
    const forced = await session.call('POST', '/staging/kyc/validate', { cardholderId: id, result: 'fail' });
    assert.equal(forced.status, 200);
    session.pass(12);
    assert.equal(await statusOf(session, id), 2);
    assert.equal((await sendToken(id)).status, 200);
  });
}

test('the switch is frozen once a review runs', async () => {
  const id = await newCardholder(session);
  await session.call('PUT', `/cardholders/${id}/kyc-submit`);
  session.pass(12);
  const seen = await session.call('PUT', `/cardholders/${id}`, { callingCode: '001', sumsubEnabled: 1 });
  assert.equal(seen.status, 409);
});

test('the deprecated wallet address registration answers a challenge', async () => {
  const id = await newCardholder(session);
  const register = (walletAddress: string) =>
    session.call('POST', `/cardholders/${id}/register-wallet-address`, { walletAddress });
  assert.equal(typeof (await register(`0x${'a'.repeat(40)}`)).body['challenge'], 'string');
  assert.equal((await register('short')).status, 400);
});
