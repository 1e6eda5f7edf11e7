import type { HolderId } from '../holder.js';
import { differenceKinds, type DifferenceClass, type DifferenceCode } from './difference-codes.js';

/** One difference between this ledger and what the API shows. */
export interface MoneyDifference {
  readonly code: DifferenceCode;
  readonly class: DifferenceClass;
  readonly holders: readonly HolderId[];
  /** Ids of the movements it is about. */
  readonly movements: readonly string[];
  /** Signed minor units by which the API differs; null where no amount is at stake or known. */
  readonly amount: number | null;
  /** The exchanges that show it together, in the order of the recording. */
  readonly exchangeIds: readonly string[];
  /** One sentence: expected, received, which account. */
  readonly message: string;
  readonly source: string;
  readonly questions: readonly string[];
}

/** What tells one difference from another of its kind. */
export type DifferenceDetails = Pick<MoneyDifference, 'holders' | 'movements' | 'amount' | 'message'> & {
  readonly exchangeIds: readonly (string | undefined)[];
};

/** A difference of a kind. */
export function differenceOf(code: DifferenceCode, details: DifferenceDetails): MoneyDifference {
  const { class: itsClass, source, questions } = differenceKinds[code];
  const exchangeIds = [...new Set(details.exchangeIds.filter((id) => id !== undefined))].sort();
  return { code, class: itsClass, ...details, exchangeIds, source, questions };
}
