import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callOf } from '../test-kit/exchange-of.js';
import { createDepositWatch } from './deposit-watch.js';

const issued = callOf('issueVirtualCard', 'POST', '/cards/virtual/5', { answered: { cardId: 9 } });
const crypto = (id: string) =>
  callOf('simulateCryptoDeposit', 'POST', '/staging/cards/9/crypto-deposit', {
    id,
    sent: { amount: '10.00' },
    answered: {},
  });
const bank = callOf('simulateBankDeposit', 'POST', '/staging/bank-deposit', {
  id: 'x-000003',
  sent: { cardId: 9 },
  answered: {},
});
const balance = (ledgerBalance: number, availableBalance: number) =>
  callOf('getCardBalance', 'GET', '/cards/9/balance', { answered: { ledgerBalance, availableBalance } });
const transfer = callOf('transferFromWallet', 'POST', '/wallets/transfer', {
  sent: { sourceWalletId: 1, destinationType: 1, destinationId: 9, amount: 500 },
  answered: { transId: 1, transStatus: 1 },
});

function watched(exchanges: readonly ReturnType<typeof callOf>[]): readonly string[] {
  const watch = createDepositWatch();
  return exchanges
    .flatMap((exchange) => watch(exchange))
    .map(({ entityId, event, value, organic }) =>
      `${entityId} ${event ?? value ?? ''} ${organic?.join() ?? ''}`.trim(),
    );
}

test('a deposit is seen in the ledger first, then available', () => {
  assert.deepEqual(watched([issued, crypto('x-000002'), balance(0, 0), balance(1000, 0), balance(1000, 1000)]), [
    'card-9/x-000002 simulateCryptoDeposit',
    'card-9/x-000002 ledger ten-confirmations,finality-and-off-ramp',
    'card-9/x-000002 available ten-confirmations,finality-and-off-ramp',
  ]);
});

test('deposits arrive in the order they were sent, each on its own rail', () => {
  assert.deepEqual(watched([issued, crypto('x-000002'), bank, balance(1000, 0), balance(3000, 1000)]).slice(2), [
    'card-9/x-000002 ledger ten-confirmations,finality-and-off-ramp',
    'card-9/x-000003 ledger bank-detected,bank-cleared',
    'card-9/x-000002 available ten-confirmations,finality-and-off-ramp',
  ]);
});

test('a transfer or a balance from before is not taken for a deposit', () => {
  assert.deepEqual(watched([issued, crypto('x-000002'), transfer, balance(500, 500)]).slice(1), []);
  assert.deepEqual(watched([crypto('x-000002'), balance(700, 700), balance(700, 700)]).slice(1), []);
});

test('both balances rising at once passed the ledger unseen', () => {
  assert.deepEqual(watched([issued, bank, balance(1000, 1000)]).slice(1), [
    'card-9/x-000003 available bank-detected,bank-cleared',
  ]);
});
