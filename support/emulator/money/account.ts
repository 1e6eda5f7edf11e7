/**
 * The two balances of a card account or a wallet, in minor units. The ledger balance holds everything that is there,
 * pending and held included; the available balance is what may be spent. Source:
 * docs/accounts-wallets-and-deposit-addresses.
 */
export interface Account {
  readonly ledgerBalance: number;
  readonly availableBalance: number;
}

/** An account without money. */
export const emptyAccount: Account = { ledgerBalance: 0, availableBalance: 0 };

/** Moves both balances by signed amounts, wherever that leads. */
export function add(account: Account, by: { readonly ledger: number; readonly available: number }): Account {
  return {
    ledgerBalance: account.ledgerBalance + by.ledger,
    availableBalance: account.availableBalance + by.available,
  };
}

/**
 * Moves both balances by signed amounts. Throws when the result would overdraw the account or leave more available
 * than is in the ledger: callers check before they post, so that is an error of ours.
 */
export function post(account: Account, by: { readonly ledger: number; readonly available: number }): Account {
  const { ledgerBalance, availableBalance } = add(account, by);
  if (!Number.isSafeInteger(ledgerBalance) || !Number.isSafeInteger(availableBalance))
    throw new Error('a balance left the range of whole minor units');
  if (availableBalance < 0 || ledgerBalance < availableBalance)
    throw new Error(`illegal balances: ledger ${ledgerBalance}, available ${availableBalance}`);
  return { ledgerBalance, availableBalance };
}
