import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkOf } from '../../verdict/checks/all-checks.js';
import { scriptedScope, type Answer } from '../test-kit/scripted-scope.js';
import { Cardholders } from './cardholders.js';
import { Cards } from './cards.js';
import { OtpListeners } from './otp-listeners.js';

const waiting: Answer = { status: 'pending' };
const lapsed: Answer = { status: 'expired' };

async function subscribed(...reads: readonly Answer[]) {
  const { scope } = scriptedScope({
    ...{ createCardholder: [{ cardholderId: 7 }], issueVirtualCard: [{ cardId: 8 }] },
    ...{ subscribeOtp: [{ status: 'success', token: 'a-token-of-a-test' }], getOtp: reads },
  });
  const cardholders = new Cardholders(scope);
  const cards = new Cards(scope, cardholders);
  await cardholders.create();
  await cards.issue('virtual');
  const listeners = new OtpListeners(scope, cardholders, cards);
  await listeners.subscribe();
  return listeners;
}

describe('a code that lapses by itself before it is read', () => {
  it('leaves a scenario that needs it inconclusive, at once', async () => {
    const listeners = await subscribed(waiting, lapsed, waiting);
    await assert.rejects(listeners.awaitCode(), { code: 'WLD-109' });
  });

  it('is accepted where the lapse is what is looked at', async () => {
    const listeners = await subscribed(waiting, lapsed);
    const exchanges = await listeners.leaveToLapse();
    const finding = checkOf('code-not-served-after-expiry').evaluate({ exchanges, arguments: {} });
    assert.equal(finding.outcome, 'met');
    assert.match(finding.received, /by itself/);
  });

  it('is not assumed where no code ever came', async () => {
    const listeners = await subscribed(waiting);
    assert.equal((await listeners.awaitCode()).met, false);
    const finding = checkOf('code-not-served-after-expiry').evaluate({
      exchanges: await listeners.leaveToLapse(),
      arguments: {},
    });
    assert.equal(finding.outcome, 'undetermined');
  });
});
