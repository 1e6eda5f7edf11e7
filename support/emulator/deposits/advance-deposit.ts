import type { Guards } from '../../lifecycle/state-machine.js';
import type { Program } from '../program.js';
import { follow } from '../transition.js';
import type { Deposit } from './deposit.js';

/** Moves a deposit along by an event of the platform, as its table says; returns it in the new state. */
export function advanceDeposit(program: Program, id: number, event: string, guards: Guards = {}): Deposit {
  const deposit = program.store.deposits.get(id);
  if (deposit === null) throw new Error(`deposit ${id} vanished`);
  const { to } = follow(program, { lifecycle: 'deposit', from: deposit.state, event, guards });
  return program.store.deposits.update(id, { state: to });
}

/** The amount of a deposit that carries money. */
export function amountOf(deposit: Deposit): number {
  if (deposit.amount === null) throw new Error(`deposit ${deposit.id} carries no amount`);
  return deposit.amount;
}
