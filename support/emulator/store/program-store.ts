import type { Store } from '../program.js';
import { createCollection } from './collection.js';

/** An empty Program. */
export function createStore(): Store {
  const byId = <Entity extends { readonly id: number }>() => createCollection<number, Entity>(({ id }) => id);
  return {
    cardholders: byId(),
    cards: byId(),
    bankAccounts: byId(),
    deposits: byId(),
    wallets: byId(),
    walletMovements: byId(),
    transactions: createCollection(({ id }) => id),
    fees: byId(),
    listeners: createCollection(({ token }) => token),
    challenges: byId(),
    tickets: byId(),
  };
}
