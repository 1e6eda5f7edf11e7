/** transStatus of a card transaction; not the enumeration of transfers. Source: docs/accounts-wallets-and-deposit-addresses. */
export const transactionStatus = { pending: 1, cleared: 2, completion: 3, declined: 4, error: 5 } as const;

/** State name of a card transaction. */
export type TransactionState = keyof typeof transactionStatus;

/** What a simulated spend does next, by state: an authorisation clears once, a declined one stays as it is. */
export const transactionTransitions: readonly {
  readonly from: TransactionState;
  readonly event: string;
  readonly to: TransactionState;
}[] = [{ from: 'pending', event: 'spend-cleared', to: 'cleared' }];

/** Spend on a card: a record of GET /cards/transactions. Amounts in minor units of the Program's currency. */
export interface Transaction {
  /** transId: text here, unlike a transfer's. */
  readonly id: string;
  readonly cardId: number;
  readonly cardholderId: number;
  /** Joins a fee to its transaction. */
  readonly authRefNum: string;
  readonly amount: number;
  readonly state: TransactionState;
  readonly merchantName: string;
  /** ISO 4217. */
  readonly merchantCurrency: string;
  /** Minor units of the merchant's currency. */
  readonly merchantAmount: number;
  /** Emulated milliseconds. */
  readonly createdAt: number;
}

/** A fee event: a record of GET /cards/fees. */
export interface Fee {
  readonly id: number;
  readonly cardId: number;
  readonly cardholderId: number;
  readonly authRefNum: string;
  /** Off-ramp fees are charged by a variation only. */
  readonly feeType: 'fx' | 'off-ramp';
  /** Minor units of the Program's currency. */
  readonly amount: number;
  readonly merchantAmount: number;
  /** Emulated milliseconds. */
  readonly createdAt: number;
}
