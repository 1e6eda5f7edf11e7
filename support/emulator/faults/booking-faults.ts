import { amountOf } from '../deposits/advance-deposit.js';
import { credit } from '../deposits/credit.js';
import type { Booking, Occasion } from '../deposits/booking.js';
import { delays } from '../timing/delays.js';
import type { Fault, Faults } from './fault.js';
import { behaving, mishearing } from './plant-answers.js';
import { booking } from './plant-decisions.js';

/** Faults of posting deposits and transfers to the balances of cards and wallets. */
export const bookingFaults: Faults = {
  'money/deposit-off-by-one': on('crypto-confirmed', (asked) => [{ ...asked, ledger: asked.ledger + 1 }]),
  'money/deposit-converted-off-by-one': on('crypto-converted', (asked) => [
    { ...asked, available: asked.available - 1 },
  ]),
  'money/deposit-decimal-point-misplaced': booking((asked) =>
    asked.occasion.startsWith('crypto')
      ? [{ ...asked, ledger: asked.ledger * 100, available: asked.available * 100 }]
      : [asked],
  ),
  'money/deposit-credited-twice': on('crypto-converted', (asked) => [
    asked,
    { ...asked, ledger: asked.available, available: asked.available },
  ]),
  'money/bank-deposit-credited-twice': on('bank-cleared', (asked) => [
    asked,
    { ...asked, ledger: asked.available, available: asked.available },
  ]),
  'money/deposit-credited-again-later': again(
    'simulateCryptoDeposit',
    delays.tenConfirmations + delays.finalityAndOffRamp,
  ),
  'money/bank-deposit-credited-again-later': again('simulateBankDeposit', delays.bankDetection + delays.bankClearing),
  'money/available-before-ledger': availableFirst('crypto-confirmed', 'crypto-converted'),
  'money/bank-available-before-ledger': availableFirst('bank-detected', 'bank-cleared'),
  'money/deposit-never-converges': on('crypto-converted', () => []),
  'money/bank-deposit-never-clears': on('bank-cleared', () => []),
  'money/transfer-without-debit': on('transfer-out', () => []),
  'money/transfer-without-credit': on('transfer-in', () => []),
  'money/transfer-credited-off-by-one': on('transfer-in', (asked) => [
    { ...asked, ledger: asked.ledger - 1, available: asked.available - 1 },
  ]),
  'money/transfer-debited-off-by-one': on('transfer-out', (asked) => [
    { ...asked, ledger: asked.ledger - 1, available: asked.available - 1 },
  ]),
  'money/transfer-decimal-point-misplaced': mishearing('transferFromWallet', (call) =>
    typeof call.body['amount'] === 'number'
      ? { ...call, body: { ...call.body, amount: call.body['amount'] * 100 } }
      : call,
  ),
  'deposits/other-card-credited': booking((asked, { store }) => {
    const other = store.cards.all()[0];
    const isCrypto = asked.occasion.startsWith('crypto') && other !== undefined;
    return [isCrypto ? { ...asked, account: { kind: 'card', id: other.id } } : asked];
  }),
};

function on(occasion: Occasion, change: (asked: Booking) => readonly Booking[]): Fault {
  return booking((asked) => (asked.occasion === occasion ? change(asked) : [asked]));
}

/** How long after the first the second credit of a deposit comes, emulated seconds. */
const later = 300;

/** A deposit is credited once more, long after whoever sent it has seen it credited; one in suspense never is. */
function again(operation: string, settled: number): Fault {
  return behaving(operation, (call, program, sound) => {
    const reply = sound(call, program);
    const made = program.store.deposits.all().at(-1);
    program.platform.schedule.after(call.now, settled + later, () => {
      const deposit = made === undefined ? null : program.store.deposits.get(made.id);
      if (deposit?.suspenseReason !== null) return;
      const amount = amountOf(deposit);
      credit(program, deposit.destination, 'transfer-in', { ledger: amount, available: amount });
    });
    return reply;
  });
}

/** What should raise the ledger raises the available balance, and the other way round. */
function availableFirst(first: Occasion, second: Occasion): Fault {
  return booking((asked) =>
    asked.occasion === first || asked.occasion === second
      ? [{ ...asked, ledger: asked.available, available: asked.ledger }]
      : [asked],
  );
}
