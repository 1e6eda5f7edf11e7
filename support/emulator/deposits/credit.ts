import { post } from '../money/account.js';
import type { Program } from '../program.js';
import type { Destination } from './deposit.js';

/** Posts signed minor units to the account of a card or wallet that is known to exist. */
export function credit(
  program: Program,
  { kind, id }: Destination,
  by: { readonly ledger: number; readonly available: number },
): void {
  const { cards, wallets } = program.store;
  switch (kind) {
    case 'card': {
      const card = cards.get(id);
      if (card === null) throw new Error(`card ${id} vanished`);
      cards.update(id, { account: post(card.account, by) });
      return;
    }
    case 'wallet': {
      const wallet = wallets.get(id);
      if (wallet === null) throw new Error(`wallet ${id} vanished`);
      wallets.update(id, { account: post(wallet.account, by) });
      return;
    }
    default:
      kind satisfies never;
  }
}
