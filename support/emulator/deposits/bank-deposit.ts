import { findCard } from '../cards/find-card.js';
import { type Call, integerMember, required, textMember } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { ok, type Reply } from '../http/reply.js';
import { requestedAmount } from '../money/requested-amount.js';
import type { Program } from '../program.js';
import { delays } from '../timing/delays.js';
import { allow } from '../transition.js';
import { recordBankDeposit, recordBankDepositCleared } from '../wallets/record-movement.js';
import { findWallet } from '../wallets/find-wallet.js';
import { advanceDeposit, amountOf } from './advance-deposit.js';
import { allocationProblem } from './allocation.js';
import { credit } from './credit.js';
import type { Deposit, Destination } from './deposit.js';
import type { BankTransfer } from './bank-transfer.js';

/**
 * A bank transfer to a card or wallet: nothing until it is detected, then the ledger, both after clearing; without a
 * match it goes to suspense and no balance moves. Source: docs/funding-and-deposits.
 */
export function simulateBankDeposit(call: Call, program: Program): Reply {
  const destination = destinationOf(call, program);
  const transfer: BankTransfer = {
    senderAccountNumber: required(textMember(call.body, 'senderAccountNumber'), 'senderAccountNumber'),
    reference: textMember(call.body, 'reference') ?? '',
  };
  const amount = requestedAmount(call.body, 'amount');
  const { to } = allow(program, { lifecycle: 'deposit', from: 'none', event: call.operationId });
  const deposit = program.store.deposits.add({
    id: program.platform.ids.next('deposit'),
    rail: 'bank',
    destination,
    state: to,
    amount,
    suspenseReason: null,
    createdAt: call.now,
  });
  program.platform.schedule.after(call.now, delays.bankDetection, (at) => {
    detect(program, deposit, transfer, at);
  });
  return ok({ status: 'success', result: {} });
}

function destinationOf(call: Call, program: Program): Destination {
  const cardId = integerMember(call.body, 'cardId');
  const walletId = integerMember(call.body, 'walletId');
  if ((cardId === null) === (walletId === null))
    throw new Refusal('validation_failed', { problems: 'exactly one of cardId and walletId is required' });
  if (cardId !== null) return { kind: 'card', id: findCard(program, cardId).id };
  return { kind: 'wallet', id: findWallet(program, required(walletId, 'walletId')).id };
}

function detect(program: Program, { id, destination }: Deposit, transfer: BankTransfer, at: number): void {
  const problem = allocationProblem(program, destination, transfer);
  const deposit = advanceDeposit(program, id, 'bank-detected', {
    allocatable: () => problem,
    'not-allocatable': () => (problem === null ? 'the transfer is allocatable' : null),
  });
  if (problem !== null) {
    program.store.deposits.update(id, { suspenseReason: problem });
    return;
  }
  credit(program, destination, 'bank-detected', { ledger: amountOf(deposit), available: 0 });
  if (destination.kind === 'wallet') recordBankDeposit(program, deposit, at);
  program.platform.schedule.after(at, delays.bankClearing, () => {
    clear(program, id);
  });
}

function clear(program: Program, id: number): void {
  const deposit = advanceDeposit(program, id, 'bank-cleared');
  credit(program, deposit.destination, 'bank-cleared', { ledger: 0, available: amountOf(deposit) });
  if (deposit.destination.kind === 'wallet') recordBankDepositCleared(program, deposit);
}
