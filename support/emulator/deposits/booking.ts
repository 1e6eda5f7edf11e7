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
