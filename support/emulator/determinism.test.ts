import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSession } from './test-kit/open-session.js';
import { approvedCardholder, fund, newCard } from './test-kit/subjects.js';

/** A short life on the emulator; everything a client could see of it, without the times of day. */
async function life(seed: number, glances: number): Promise<unknown> {
  const session = await openSession({ seed });
  try {
    const card = await newCard(session, await approvedCardholder(session));
    await fund(session, card, '50.00');
    const { body: listener } = await session.call('POST', '/otp/listeners', { cardId: card });
    await session.call('POST', `/staging/cards/${card}/otp-challenge`, { amount: '1.00', merchantName: 'Shop' });
    await session.call('POST', `/staging/cards/${card}/spend`, {
      amount: '1.00',
      merchantName: 'Shop',
      outcome: 'approve',
    });
    for (let glance = 0; glance < glances; glance += 1) {
      session.pass(400 / glances);
      await session.call('GET', '/cards');
    }
    const otp = await session.call('GET', `/otp/${String(listener['token'])}`);
    const details = await session.call('GET', `/cards/${card}/details`);
    const spend = await session.call('GET', '/cards/transactions');
    const seen = JSON.stringify([
      otp.body['code'],
      details.body,
      spend.body,
      session.emulator.apiKey,
      session.emulator.profile,
    ]);
    return seen.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME');
  } finally {
    await session.close();
  }
}

test('the same seed gives the same run, however often somebody looks', async () => {
  assert.equal(await life(5, 1), await life(5, 20));
});

test('another seed gives another run', async () => {
  assert.notEqual(await life(5, 1), await life(6, 1));
});
