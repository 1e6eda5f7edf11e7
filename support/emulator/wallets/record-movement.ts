import { amountOf } from '../deposits/advance-deposit.js';
import type { Deposit } from '../deposits/deposit.js';
import type { Program } from '../program.js';

/** Records a detected bank deposit to a wallet: pending until it clears. */
export function recordBankDeposit(program: Program, deposit: Deposit, at: number): void {
  const amount = amountOf(deposit);
  program.store.walletMovements.add({
    id: program.platform.ids.next('transfer'),
    type: 'bank-deposit',
    sourceWalletId: null,
    destinationType: 0,
    destinationId: deposit.destination.id,
    depositId: deposit.id,
    state: 'pending',
    requestedAmount: amount,
    amount,
    description: null,
    createdAt: at,
  });
}

/** Marks the record of a bank deposit as settled. */
export function recordBankDepositCleared(program: Program, deposit: Deposit): void {
  const record = program.store.walletMovements.all().find((movement) => movement.depositId === deposit.id);
  if (record === undefined) throw new Error(`deposit ${deposit.id} has no wallet movement`);
  program.store.walletMovements.update(record.id, { state: 'approved' });
}
