import { add, post } from '../money/account.js';
import type { Program } from '../program.js';
import type { Destination } from './deposit.js';

/** What moves money. */
export type Occasion =
  | 'crypto-confirmed'
  | 'crypto-converted'
  | 'bank-detected'
  | 'bank-cleared'
  | 'spend-held'
  | 'spend-cleared'
  | 'transfer-held'
  | 'transfer-out'
  | 'transfer-in';

/** Signed minor units for the two balances of an account. */
export interface Booking {
  readonly account: Destination;
  readonly occasion: Occasion;
  readonly ledger: number;
  readonly available: number;
  /** The account may end as no account can be; only a fault asks for that. */
  readonly unchecked?: boolean;
}

/** What is really posted for a booking: the booking itself and nothing else, unless a fault is planted. */
export type Bookkeeping = (booking: Booking, program: Program) => readonly Booking[];

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
