import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openSession } from './test-kit/open-session.js';
import { approvedCardholder, newCard } from './test-kit/subjects.js';

const session = await openSession();
after(() => session.close());
const { foreignProgram } = session.emulator;
const neighbour = session.as(foreignProgram.certificate, foreignProgram.apiKey);

const holder = await approvedCardholder(session);
const card = await newCard(session, holder);
const wallet = Number(session.emulator.profile.fundedWalletId);
const token = String((await session.call('POST', '/otp/listeners', { cardId: card })).body['token']);
const registration = await session.call('POST', `/cardholders/${holder}/register-bank-account`, {
  senderAccountName: 'Ada Example',
  senderAccountNumber: 'DE89370400440532013000',
  senderRoutingNumber: 'COBADEFF',
});

const attempts: readonly [string, string, object?][] = [
  ['GET', `/cardholders/${holder}`],
  ['PUT', `/cardholders/${holder}`, { callingCode: '001' }],
  ['PUT', `/cardholders/${holder}/kyc-submit`],
  ['POST', `/cards/virtual/${holder}`, { nameOnCard: 'NADIA' }],
  ['GET', `/cards/${card}`],
  ['GET', `/cards/${card}/details`],
  ['GET', `/cards/${card}/balance`],
  ['PUT', `/cards/${card}/status`, { newStatus: 2 }],
  ['GET', `/wallets/${wallet}`],
  ['POST', '/wallets/transfer', { sourceWalletId: wallet, destinationType: 1, destinationId: card, amount: 1 }],
  ['POST', '/otp/listeners', { cardId: card }],
  ['GET', `/otp/${token}`],
  ['DELETE', `/otp/listeners/${token}`],
  ['POST', '/staging/kyc/validate', { cardholderId: holder, result: 'pass' }],
  ['POST', `/staging/cards/${card}/spend`, { amount: '1.00', merchantName: 'Shop', outcome: 'approve' }],
  ['POST', `/staging/bank-accounts/${String(registration.body['depositId'])}/confirm`],
];

for (const [method, path, body] of attempts) {
  test(`the neighbour gets 404 for ${method} ${path.replace(/\d+|\/otp\/\w{20,}|listeners\/\w+/, 'X')}`, async () => {
    const seen = await neighbour.call(method, path, body);
    assert.deepEqual([seen.status, seen.body['code']], [404, 'not_found']);
  });
}

test('no list of the neighbour shows anything of ours', async () => {
  for (const path of ['/cards', '/wallets', '/cards/transactions', '/cards/fees', '/wallets/transactions'])
    assert.equal((await neighbour.call('GET', path)).body['total'], 0, path);
  assert.equal((await neighbour.call('GET', '/cardholders')).body['total'], 1);
});
