import type { MinorUnits } from '../../contract/money/minor-units.js';
import type { ApiRecord, DataSet } from '../facts/data-set.js';
import type { Sighted } from '../facts/money-facts.js';
import type { Book, HolderId } from '../holder.js';
import type { PostingRule } from '../posting-rules.js';

/** What kinds of movement there are. */
export type MovementKind =
  | 'crypto-deposit'
  | 'bank-deposit'
  | 'bank-notice'
  | 'purchase'
  | 'fee'
  | 'transfer'
  /** A record of the API that no call of this run explains. */
  | 'record-only';

/** Accounts on the other side of what cards and wallets receive and pay. */
export type CounterAccount =
  | 'external:crypto'
  | 'external:bank'
  | 'external:other'
  | 'in-clearing'
  | 'in-transfer'
  | 'suspense'
  | 'merchant'
  | 'fees'
  | 'conversion'
  | 'opening'
  | 'unexplained';

/**
 * One change of one balance that a movement brings about. It may be seen from `mayFrom` on, and must be seen by every
 * read that starts after `certain` ended; without `certain` only a read says when it happened.
 */
export interface Leg {
  readonly movement: Movement;
  readonly holder: HolderId;
  readonly book: Book;
  /** Signed minor units; positive raises the balance. */
  readonly delta: number;
  readonly rule: PostingRule;
  /** Where the money comes from or goes to when the ledger balance moves. */
  readonly counter: CounterAccount;
  /** Milliseconds of the harness clock. */
  readonly mayFrom: number;
  readonly certain: Sighted | null;
}

/**
 * What a movement does: `moves` money, moves `nothing` (declined, refused), goes to `suspense`, or is `unclear` because
 * its amount or outcome could not be told.
 */
export type MovementEffect = 'moves' | 'nothing' | 'suspense' | 'unclear';

/** One movement of money that the run caused or saw confirmed. */
export interface Movement {
  /** `m-0001`, in the order they were seen. */
  readonly id: string;
  readonly kind: MovementKind;
  readonly effect: MovementEffect;
  /** Minor units; null while a text could not be read. */
  readonly amount: MinorUnits | null;
  /** What a purchase was authorised for where it was posted with another amount; null otherwise. Minor units. */
  readonly held: MinorUnits | null;
  /** Where the money goes, or whose purchase or fee it is. */
  readonly holder: HolderId;
  /** The paying wallet of a transfer; null otherwise. */
  readonly source: HolderId | null;
  readonly cause: Sighted;
  /** True when the call's own answer, or a record of the API, says that it was taken. */
  readonly accepted: boolean;
  /** In words, for the ledger and for differences. */
  readonly words: string;
  /** The data set that must list it; null for deposits to cards, which none is known to hold (U-12). */
  readonly listedIn: DataSet | null;
  /** The record that lists it, once read. */
  readonly record: ApiRecord | null;
  /** True for a deposit of which it is open whether it is credited or held in suspense (C-07, U-11). */
  readonly mayStay: boolean;
  /** The purchase a fee belongs to. */
  readonly purchase: Movement | null;
  /** Largest share of the amount, in basis points, that conversion may cost or add; 0 where nothing is converted. */
  readonly spread: number;
}
