import { notApproved } from '../cards/issue-card.js';
import { cardholderOf } from '../cardholders/find-cardholder.js';
import { type Call, type Handlers, numericId, required, textMember } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { ok, type Reply } from '../http/reply.js';
import type { Program } from '../program.js';
import { allow } from '../transition.js';

/** Registering a sender's bank account, and the stand-in for the cardholder's SMS reply. */
export const bankAccountHandlers: Handlers = {
  registerBankAccount,
  simulateBankAccountConfirmation,
  registerWalletAddress,
};

/** Stays pending until the cardholder replies to the SMS. Source: docs/funding-and-deposits. */
function registerBankAccount(call: Call, program: Program): Reply {
  const cardholder = cardholderOf(call, program);
  const senderAccountNumber = required(textMember(call.body, 'senderAccountNumber'), 'senderAccountNumber');
  const { to } = allow(program, {
    lifecycle: 'deposit',
    from: 'none',
    event: call.operationId,
    guards: { 'cardholder-approved': () => notApproved(cardholder) },
  });
  const account = program.store.bankAccounts.add({
    id: program.platform.ids.next('deposit'),
    cardholderId: cardholder.id,
    state: to,
    senderAccountNumber,
  });
  return ok({ depositId: account.id, statusText: 'pending' });
}

/** Does what the SMS reply does; there is no such call on the real platform (U-11). */
function simulateBankAccountConfirmation(call: Call, program: Program): Reply {
  const account = program.store.bankAccounts.get(numericId(call, 'bank account registration'));
  if (account === null) throw new Refusal('not_found', { what: 'bank account registration' });
  const { to } = allow(program, { lifecycle: 'deposit', from: account.state, event: call.operationId });
  program.store.bankAccounts.update(account.id, { state: to });
  return ok({ status: 'success', result: {} });
}

/** Deprecated: answers with the challenge the wallet's owner would sign; nothing else follows from it here. */
function registerWalletAddress(call: Call, program: Program): Reply {
  cardholderOf(call, program);
  required(textMember(call.body, 'walletAddress'), 'walletAddress');
  allow(program, { lifecycle: 'deposit', from: 'none', event: call.operationId });
  return ok({ status: 'success', challenge: `axys-ownership-${program.platform.random.text('0123456789abcdef', 32)}` });
}
