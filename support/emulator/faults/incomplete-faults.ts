import type { Call } from '../http/call.js';
import { ok } from '../http/reply.js';
import type { Card } from '../cards/card.js';
import type { Program } from '../program.js';
import type { Faults } from './fault.js';
import { behaving, together } from './plant-answers.js';
import { lettingThrough, supplying } from './plant-decisions.js';

/** Faults of requests that lack a required member and are taken all the same. */
export const incompleteFaults: Faults = {
  'deposits/account-without-name-registered': supplying('registerBankAccount', 'senderAccountName', () => 'Unnamed'),
  'deposits/account-without-number-registered': supplying(
    'registerBankAccount',
    'senderAccountNumber',
    () => '00000000',
  ),
  'deposits/account-without-routing-number-registered': supplying(
    'registerBankAccount',
    'senderRoutingNumber',
    () => '000000',
  ),
  'lifecycle/pin-changed-without-current-pin': supplying(
    'updateCardPin',
    'currentPin',
    (call, program) => cardOf(call, program)?.pin ?? '',
  ),
  'lifecycle/activated-without-security-code': supplying('activateCard', 'cvv', (call, program) =>
    Number(cardOf(call, program)?.data.cvv),
  ),
  'lifecycle/nameless-cardholder-created': supplying('createCardholder', 'firstName', () => 'Unnamed'),
  'lifecycle/missing-result-passes': supplying('simulateKycResult', 'result', () => 'pass'),
  'wallets/transfer-without-type-taken': supplying('transferFromWallet', 'destinationType', () => 0),
  'wallets/transfer-without-destination-taken': together(
    lettingThrough('transferFromWallet'),
    behaving('transferFromWallet', (call, program, sound) =>
      call.body['destinationId'] === undefined
        ? ok({ transId: program.platform.ids.next('transfer'), transStatus: 1 })
        : sound(call, program),
    ),
  ),
  'otp/nobody-subscribed': together(
    lettingThrough('subscribeOtp'),
    behaving('subscribeOtp', (call, program, sound) =>
      call.body['cardId'] === undefined && call.body['cardholderId'] === undefined
        ? ok({ token: program.platform.random.text('0123456789abcdef', 32), expiresAt: null, status: 'success' })
        : sound(call, program),
    ),
  ),
};

function cardOf({ pathId }: Call, { store }: Program): Card | null {
  return store.cards.get(Number(pathId));
}
