import type { Sighted } from '../facts/money-facts.js';
import type { HolderId } from '../holder.js';
import type { CounterAccount, Movement } from '../movements/movement.js';
import type { PostingRule } from '../posting-rules.js';

/**
 * An account of this ledger. A card or wallet has two: what may be spent, and what is held or pending; the ledger balance
 * the API shows is the sum of both. Source: docs/accounts-wallets-and-deposit-addresses.
 */
export type LedgerAccount = `${HolderId}/available` | `${HolderId}/held` | CounterAccount;

/** One entry: the same amount leaves one account and reaches another, so that all entries together are always zero. */
export interface LedgerEntry {
  /** Counted from 1. */
  readonly entry: number;
  /** The account the amount leaves. */
  readonly debit: LedgerAccount;
  /** The account the amount reaches. */
  readonly credit: LedgerAccount;
  /** Minor units, above zero. */
  readonly amount: number;
  /** Id of the movement; null for opening balances and what nothing explains. */
  readonly movement: string | null;
  readonly words: string;
  readonly rule: string;
  readonly source: string;
  /** The exchange that proves the entry, and the one that caused the movement. */
  readonly exchangeId: string;
  readonly causedBy: string | null;
  readonly scenario: string | null;
}

/** An entry before it has its number, with the place it belongs to. */
export interface EntryDraft {
  readonly entry: Omit<LedgerEntry, 'entry'>;
  readonly order: number;
}

/** Moves a signed amount between two accounts: a negative one goes the other way. Null for zero. */
export function entryOf(
  { from, to, amount }: { readonly from: LedgerAccount; readonly to: LedgerAccount; readonly amount: number },
  {
    rule,
    movement,
    words,
    seen,
  }: {
    readonly rule: PostingRule;
    readonly movement: Movement | null;
    readonly words: string;
    readonly seen: Sighted;
  },
): EntryDraft[] {
  if (amount === 0) return [];
  const [debit, credit] = amount > 0 ? [from, to] : [to, from];
  const entry = {
    ...{ debit, credit, amount: Math.abs(amount), movement: movement?.id ?? null, words },
    ...{ rule: rule.id, source: rule.source, exchangeId: seen.exchangeId },
    ...{ causedBy: movement?.cause.exchangeId ?? null, scenario: (movement?.cause ?? seen).scenario },
  };
  return [{ entry, order: seen.order }];
}
