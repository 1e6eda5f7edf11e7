/** A card account or a wallet, the two things whose balances the API shows: `card:80419`, `wallet:3401`. */
export type HolderId = `card:${string}` | `wallet:${string}`;

/** The two balances of a holder. Source: docs/accounts-wallets-and-deposit-addresses. */
export const books = ['ledger', 'available'] as const;

/** See {@link books}. */
export type Book = (typeof books)[number];

/** Both balances, or both changes of balance, in minor units. */
export type Amounts = Readonly<Record<Book, number>>;

/** The holder of a card. */
export function cardHolder(cardId: string): HolderId {
  return `card:${cardId}`;
}

/** The holder of a wallet. */
export function walletHolder(walletId: string): HolderId {
  return `wallet:${walletId}`;
}

/** True for a card account. */
export function isCard(holder: HolderId): boolean {
  return holder.startsWith('card:');
}

/** The target's own id of a holder, without the kind. */
export function idIn(holder: HolderId): string {
  return holder.slice(holder.indexOf(':') + 1);
}
