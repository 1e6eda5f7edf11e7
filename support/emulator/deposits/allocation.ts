import type { Program } from '../program.js';
import type { BankTransfer } from './bank-transfer.js';
import type { Destination } from './deposit.js';

/**
 * Why a bank transfer cannot be allocated and goes to suspense; null when it can. The causes are those of the
 * suspense table in docs/funding-and-deposits; which transfer matches which destination is our choice.
 */
export function allocationProblem(program: Program, destination: Destination, transfer: BankTransfer): string | null {
  const checks = destination.kind === 'card' ? [referenceProblem, stateProblem, senderProblem] : [referenceProblem];
  for (const check of checks) {
    const problem = check(program, destination, transfer);
    if (problem !== null) return problem;
  }
  return null;
}

/** The reference carries the destination's id as a whole token, alone or inside a Program-specific reference. */
function referenceProblem(_program: Program, { id, kind }: Destination, { reference }: BankTransfer): string | null {
  const tokens = reference.split(/[^0-9A-Za-z]+/);
  return tokens.includes(String(id)) ? null : `the reference does not carry the ${kind}'s id`;
}

function stateProblem(program: Program, { id }: Destination): string | null {
  const state = program.store.cards.get(id)?.state ?? 'missing';
  return state === 'active' ? null : `the card is ${state}, not active`;
}

function senderProblem(program: Program, { id }: Destination, { senderAccountNumber }: BankTransfer): string | null {
  const cardholderId = program.store.cards.get(id)?.cardholderId;
  const isRegistered = program.store.bankAccounts
    .all()
    .some(
      (account) =>
        account.cardholderId === cardholderId &&
        account.senderAccountNumber === senderAccountNumber &&
        account.state === 'registration-confirmed',
    );
  return isRegistered ? null : 'the sender account is not registered and confirmed for this cardholder';
}
