import type { Amounts, HolderId } from './holder.js';
import type { HolderPosting } from './posting/holder-posting.js';
import type { LedgerAccount, LedgerEntry } from './posting/ledger-entry.js';

/** How the balance of a card or wallet in this ledger compares with the one the API showed last. */
export type SheetStatus = 'equal' | 'differs' | 'not read';

/** One card or wallet: opening, movements, closing, beside the balance the API showed last. Minor units. */
export interface AccountSheet {
  readonly holder: HolderId;
  /** True when it came into being during the run. */
  readonly opened: boolean;
  readonly opening: Amounts;
  /** What was posted up to the last read, without what nothing explains. */
  readonly moved: Amounts;
  readonly closing: Amounts;
  /** The balance as read last; null when it never was. */
  readonly api: Amounts | null;
  /** The API's balance less this ledger's; null when it was never read. */
  readonly difference: Amounts | null;
  readonly status: SheetStatus;
  /** Certain movements after the last read. */
  readonly afterwards: Amounts;
  readonly readings: number;
  readonly lastExchangeId: string | null;
}

/** What one account of the ledger received and paid in all, minor units. */
export interface AccountTotal {
  readonly account: LedgerAccount;
  readonly debit: number;
  readonly credit: number;
  /** Credit less debit. Over all accounts this is zero. */
  readonly balance: number;
}

/** The sheet of one card or wallet. */
export function sheetOf({ holder, opened, opening, moved, last, afterwards, readings }: HolderPosting): AccountSheet {
  const closing = { ledger: opening.ledger + moved.ledger, available: opening.available + moved.available };
  const api = last === null ? null : { ledger: last.ledger, available: last.available };
  const difference =
    api === null ? null : { ledger: api.ledger - closing.ledger, available: api.available - closing.available };
  const even = difference !== null && difference.ledger === 0 && difference.available === 0;
  return {
    ...{ holder, opened: opened !== null, opening, moved, closing, api, difference },
    status: difference === null ? 'not read' : even ? 'equal' : 'differs',
    ...{ afterwards, readings, lastExchangeId: last?.seen.exchangeId ?? null },
  };
}

/** Totals of every account that has an entry, by name. */
export function totalsOf(entries: readonly LedgerEntry[]): AccountTotal[] {
  const totals = new Map<LedgerAccount, { debit: number; credit: number }>();
  const of = (account: LedgerAccount) => {
    const known = totals.get(account) ?? { debit: 0, credit: 0 };
    totals.set(account, known);
    return known;
  };
  for (const { debit, credit, amount } of entries) {
    of(debit).debit += amount;
    of(credit).credit += amount;
  }
  return [...totals]
    .map(([account, { debit, credit }]) => ({ account, debit, credit, balance: credit - debit }))
    .sort((left, right) => (left.account < right.account ? -1 : 1));
}
