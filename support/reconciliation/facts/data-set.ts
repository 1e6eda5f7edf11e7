import type { HolderId } from '../holder.js';
import type { Sighted } from './money-facts.js';

/** The API's three data sets, which do not overlap. Source: docs/transactions-and-fees. */
export const dataSets = ['card-transactions', 'card-fees', 'wallet-transactions'] as const;

/** See {@link dataSets}. */
export type DataSet = (typeof dataSets)[number];

/** Operation that reads each data set. */
export const dataSetOperations: Readonly<Record<string, DataSet>> = {
  listCardTransactions: 'card-transactions',
  listCardFees: 'card-fees',
  listWalletTransactions: 'wallet-transactions',
};

/** A record of a data set, as last read. */
export interface ApiRecord {
  readonly dataSet: DataSet;
  /** transId, feeId, or what identifies it where it has none. */
  readonly id: string;
  /** The card, or the wallets and cards on both sides of a movement. */
  readonly holders: readonly HolderId[];
  /** Left-hand side of a movement; null for spend, fees and deposits. */
  readonly source: HolderId | null;
  /** A number is decimal-implied; a text has the run's pinned form. Empty when the record has none. */
  readonly amount: number | string;
  readonly status: number | null;
  readonly authRefNum: string;
  readonly description: string;
  readonly feeType: string;
  /** True when it names a currency of the merchant that is not the Program's. */
  readonly merchantCurrency: string | null;
  /** Creation in Unix seconds of the target's clock; null when it cannot be read. */
  readonly createdSeconds: number | null;
  /** First exchange that showed it, and the first that showed it in each status. */
  readonly seen: Sighted;
  readonly seenAs: ReadonlyMap<number | null, Sighted>;
  /** The exchange that showed it twice in one page; null when none did. */
  readonly twiceIn: Sighted | null;
}

/** A data set that was read to its end for one holder or cardholder, or for the whole Program. */
export interface CompleteRead {
  readonly dataSet: DataSet;
  /** `card:1`, `wallet:1`, `cardholder:1`, or `program`. */
  readonly scope: string;
  /** Bounds in Unix seconds of the target's clock; null where the call named none. */
  readonly after: number | null;
  readonly before: number | null;
  /** The exchange that completed it. */
  readonly seen: Sighted;
}
