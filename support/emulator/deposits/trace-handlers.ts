import { cardOf } from '../cards/find-card.js';
import { type Call, type Handlers, integerMember, required, textMember } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { ok, type Reply } from '../http/reply.js';
import type { Program } from '../program.js';
import { delays } from '../timing/delays.js';
import { allow } from '../transition.js';
import { walletOf } from '../wallets/find-wallet.js';
import { advanceDeposit } from './advance-deposit.js';
import type { Deposit, Destination } from './deposit.js';

/**
 * Trace notifications: they announce money and move none; the transfer itself moves the balances (C-12). The two
 * blockchain ones are deprecated and lapse after a day. Source: docs/funding-and-deposits.
 */
export const traceHandlers: Handlers = {
  notifyCardBankDeposit: (call, program) => ok(view(announce(call, program, toCard(call, program)))),
  notifyWalletBankDeposit: (call, program) => ok(view(announce(call, program, toWallet(call, program)))),
  notifyCardBlockchainDeposit: (call, program) => announceHash(call, program, toCard(call, program)),
  notifyWalletBlockchainDeposit: (call, program) => announceHash(call, program, toWallet(call, program)),
};

function toCard(call: Call, program: Program): Destination {
  return { kind: 'card', id: cardOf(call, program).id };
}

function toWallet(call: Call, program: Program): Destination {
  return { kind: 'wallet', id: walletOf(call, program).id };
}

function announce(call: Call, program: Program, destination: Destination): Deposit {
  const amount = integerMember(call.body, 'transactionAmount');
  if (amount !== null && amount < 0)
    throw new Refusal('validation_failed', { problems: 'body member transactionAmount must not be negative' });
  const { to } = allow(program, { lifecycle: 'deposit', from: 'none', event: call.operationId });
  return program.store.deposits.add({
    id: program.platform.ids.next('deposit'),
    rail: 'trace',
    destination,
    state: to,
    amount,
    suspenseReason: null,
    createdAt: call.now,
  });
}

function announceHash(call: Call, program: Program, destination: Destination): Reply {
  required(textMember(call.body, 'transactionHash'), 'transactionHash');
  const deposit = announce(call, program, destination);
  program.platform.schedule.after(call.now, delays.blockchainTrace, () => {
    advanceDeposit(program, deposit.id, 'unverified-24-hours');
  });
  return ok({ status: 'success', ...view(deposit) });
}

function view(deposit: Deposit) {
  return { depositId: deposit.id, statusText: 'pending' };
}
