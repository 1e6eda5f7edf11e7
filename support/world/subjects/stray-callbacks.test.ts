import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { checkOf } from '../../verdict/checks/all-checks.js';
import { exchangeFixture } from '../../verdict/checks/exchange-fixture.js';
import { scriptedScope } from '../test-kit/scripted-scope.js';
import { Cardholders } from './cardholders.js';
import { Cards } from './cards.js';
import { OtpListeners } from './otp-listeners.js';

let close: () => Promise<void> = () => Promise.resolve();
afterEach(() => close());

/** A subscription with a callback, and the address it was made with. */
async function subscribed() {
  const { scope } = scriptedScope(
    {
      ...{ createCardholder: [{ cardholderId: 7 }], issueVirtualCard: [{ cardId: 8 }] },
      subscribeOtp: [{ status: 'success', token: 'a-token-of-a-test' }],
    },
    { profile: { webhookUrl: 'http://127.0.0.1:0/otp-callback', webhookListen: null } },
  );
  Object.assign(scope.run, { logger: { warn: () => undefined } });
  const cardholders = new Cardholders(scope);
  const cards = new Cards(scope, cardholders);
  await cardholders.create();
  await cards.issue('virtual');
  const listeners = new OtpListeners(scope, cardholders, cards);
  const subscribe = listeners.subscribe.bind(listeners);
  let address = '';
  listeners.subscribe = (details) => {
    address = details?.['webhookUrl'] as string;
    return subscribe(details);
  };
  await listeners.bringAboutWithCallback();
  close = () => listeners.close();
  return { listeners, address };
}

describe('a callback that does not come', () => {
  it('is the matter of the check', async () => {
    const { listeners } = await subscribed();
    assert.deepEqual(await listeners.awaitCallback(), []);
  });

  it('is held against nobody where a forwarder of ours may have rewritten the path', async () => {
    const { listeners, address } = await subscribed();
    await fetch(new URL('/rewritten', address), { method: 'POST', body: '{}' });
    await assert.rejects(listeners.awaitCallback(), { code: 'WLD-101', message: /1 posted to other paths/ });
  });

  it('is undetermined where one broke off', () => {
    const exchanges = [{ ...exchangeFixture({ failure: 'reset' }), operationId: 'receiveOtpCallback' }];
    for (const id of ['callback-names-card-only', 'code-fetched-after-callback'] as const) {
      assert.equal(checkOf(id).evaluate({ exchanges, arguments: { cardId: 8 } }).outcome, 'undetermined', id);
    }
  });
});
