import { type Call, numericId } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import type { Program } from '../program.js';
import type { Wallet } from './wallet.js';

/** The Program's wallet with that id; another Program's id is as unknown as one that never was (404). */
export function findWallet(program: Program, id: number): Wallet {
  const wallet = program.store.wallets.get(id);
  if (wallet === null) throw new Refusal('not_found', { what: 'wallet' });
  return wallet;
}

/** The wallet the path names. */
export function walletOf(call: Call, program: Program): Wallet {
  return findWallet(program, numericId(call, 'wallet'));
}
