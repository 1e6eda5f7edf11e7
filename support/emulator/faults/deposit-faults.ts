import { Refusal } from '../http/refusal.js';
import { ok } from '../http/reply.js';
import { integerMember, textMember } from '../http/call.js';
import { credit } from '../deposits/credit.js';
import type { Booking } from '../deposits/booking.js';
import type { Program } from '../program.js';
import type { Fault, Faults } from './fault.js';
import { behaving, listed, mishearing, reshaping, withholding } from './plant-answers.js';
import { booking, mistaking, overlooking } from './plant-decisions.js';

/** Faults of deposit addresses, allocation, registration and notices. */
export const depositFaults: Faults = {
  'deposits/address-differs-on-read': reshaping('getCard', (members) => ({
    ...members,
    cryptoAddresses: [{ chain: 'evm', address: `0x${'e'.repeat(40)}` }, ...listed(members, 'cryptoAddresses').slice(1)],
  })),
  'deposits/own-address-for-each-evm-chain': reshaping(
    ['issueVirtualCard', 'getCard', 'getCardDetails'],
    (members) => ({
      ...members,
      cryptoAddresses: [...listed(members, 'cryptoAddresses'), { chain: 'polygon', address: `0x${'f'.repeat(40)}` }],
    }),
  ),
  'deposits/no-bitcoin-address': reshaping(['issueVirtualCard', 'getCard', 'getCardDetails'], (members) => ({
    ...members,
    cryptoAddresses: listed(members, 'cryptoAddresses').filter(({ chain }) => chain !== 'bitcoin'),
  })),
  'deposits/solana-deposit-lost': behaving('simulateCryptoDeposit', (call, program, sound) =>
    call.body['chain'] === 'solana' ? ok({ status: 'success', result: {} }) : sound(call, program),
  ),
  'deposits/held-card-bank-transfer-credited': mistaking('simulateBankDeposit', 'cards', 'on-hold', 'active'),
  'deposits/inactive-card-bank-transfer-credited': mistaking('simulateBankDeposit', 'cards', 'not-activated', 'active'),
  'deposits/unregistered-sender-credited': mishearing('simulateBankDeposit', (call, program) => {
    const sender = confirmedSender(program, integerMember(call.body, 'cardId'));
    return sender === null ? call : { ...call, body: { ...call.body, senderAccountNumber: sender } };
  }),
  'deposits/unconfirmed-sender-credited': mishearing('simulateBankDeposit', (call, program) => {
    const sender = confirmedSender(program, integerMember(call.body, 'cardId'));
    const named = textMember(call.body, 'senderAccountNumber');
    const isKnown = program.store.bankAccounts.all().some((account) => account.senderAccountNumber === named);
    return sender === null || !isKnown ? call : { ...call, body: { ...call.body, senderAccountNumber: sender } };
  }),
  'deposits/missing-reference-credited': mishearing('simulateBankDeposit', (call) => ({
    ...call,
    body: {
      ...call.body,
      reference: String(integerMember(call.body, 'cardId') ?? integerMember(call.body, 'walletId')),
    },
  })),
  'deposits/inactive-card-credited-in-part': partly('not-activated', ({ ledger, available }) => ({
    ledger: Math.trunc(ledger / 2),
    available: Math.trunc(available / 2),
  })),
  'deposits/held-card-credited-on-ledger-only': partly('on-hold', ({ ledger }) => ({ ledger, available: 0 })),
  'deposits/registered-without-approval': mistaking('registerBankAccount', 'cardholders', 'draft', 'approved'),
  'deposits/registered-under-review': mistaking('registerBankAccount', 'cardholders', 'under-review', 'approved'),
  'deposits/registered-after-decline': mistaking(
    'registerBankAccount',
    'cardholders',
    'compliance-decline',
    'approved',
  ),
  'deposits/account-name-unbounded': overlooking('registerBankAccount', 'senderAccountName'),
  'deposits/account-number-unbounded': overlooking('registerBankAccount', 'senderAccountNumber'),
  'deposits/routing-number-unbounded': overlooking('registerBankAccount', 'senderRoutingNumber'),
  'deposits/registration-unnumbered': withholding('registerBankAccount', 'depositId'),
  'deposits/registration-without-state': withholding('registerBankAccount', 'statusText'),
  'deposits/empty-notice-refused': behaving('notifyCardBankDeposit', (call, program, sound) => {
    if (textMember(call.body, 'transactionReference') === null)
      throw new Refusal('validation_failed', { problems: 'body member transactionReference is required' });
    return sound(call, program);
  }),
  'deposits/notice-credits-the-card': behaving('notifyCardBankDeposit', (call, program, sound) => {
    const reply = sound(call, program);
    credit(program, { kind: 'card', id: Number(call.pathId) }, 'bank-cleared', { ledger: 1000, available: 1000 });
    return reply;
  }),
  'deposits/notice-credits-the-wallet': behaving('notifyWalletBankDeposit', (call, program, sound) => {
    const reply = sound(call, program);
    credit(program, { kind: 'wallet', id: Number(call.pathId) }, 'bank-cleared', { ledger: 1000, available: 1000 });
    return reply;
  }),
  'deposits/wallet-notice-unnumbered': withholding('notifyWalletBankDeposit', 'depositId'),
};

/** Crypto deposits to cards in one state are booked otherwise. */
function partly(state: string, change: (asked: Booking) => Pick<Booking, 'ledger' | 'available'>): Fault {
  return booking((asked, { store }) => {
    const { occasion, account } = asked;
    const isMeant =
      occasion.startsWith('crypto') && account.kind === 'card' && store.cards.get(account.id)?.state === state;
    return [isMeant ? { ...asked, ...change(asked) } : asked];
  });
}

/** The number of an account that the card's holder registered and confirmed; null without one. */
function confirmedSender({ store }: Program, cardId: number | null): string | null {
  const holder = cardId === null ? undefined : store.cards.get(cardId)?.cardholderId;
  const account = store.bankAccounts
    .all()
    .find(({ cardholderId, state }) => cardholderId === holder && state === 'registration-confirmed');
  return account?.senderAccountNumber ?? null;
}
