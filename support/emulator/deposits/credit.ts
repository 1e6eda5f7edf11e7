import { add, post } from '../money/account.js';
import type { Program } from '../program.js';
import type { Booking, Occasion } from './booking.js';
import type { Destination } from './deposit.js';

/** Posts signed minor units to the account of a card or wallet that is known to exist. */
export function credit(
  program: Program,
  account: Destination,
  occasion: Occasion,
  by: { readonly ledger: number; readonly available: number },
): void {
  for (const booking of program.platform.book({ account, occasion, ...by }, program)) enter(program, booking);
}

function enter(program: Program, { account: { kind, id }, ledger, available, unchecked = false }: Booking): void {
  const by = { ledger, available };
  const change = unchecked ? add : post;
  const { cards, wallets } = program.store;
  switch (kind) {
    case 'card': {
      const card = cards.get(id);
      if (card === null) throw new Error(`card ${id} vanished`);
      cards.update(id, { account: change(card.account, by) });
      return;
    }
    case 'wallet': {
      const wallet = wallets.get(id);
      if (wallet === null) throw new Error(`wallet ${id} vanished`);
      wallets.update(id, { account: change(wallet.account, by) });
      return;
    }
    default:
      kind satisfies never;
  }
}
