import type { Account } from '../money/account.js';

/** A named pool of fiat money of a Program. Source: docs/accounts-wallets-and-deposit-addresses. */
export interface Wallet {
  readonly id: number;
  readonly name: string;
  readonly account: Account;
  /** Emulated milliseconds. */
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** What a wallet movement records. */
export type MovementType = 'bank-deposit' | 'wallet-to-card' | 'wallet-to-wallet';

/** One record of GET /wallets/transactions; card spend and fees never appear there. */
export interface WalletMovement {
  /** transId. */
  readonly id: number;
  readonly type: MovementType;
  /** Null for a bank deposit. */
  readonly sourceWalletId: number | null;
  /** Values of `destinationType`: 0 wallet, 1 card. */
  readonly destinationType: 0 | 1;
  readonly destinationId: number;
  readonly depositId: number | null;
  /** State name of the transfer lifecycle. */
  readonly state: string;
  /** Minor units that were asked for. */
  readonly requestedAmount: number;
  /** Minor units that really moved, or will once a pending one completes. */
  readonly amount: number;
  readonly description: string | null;
  /** Emulated milliseconds. */
  readonly createdAt: number;
}
