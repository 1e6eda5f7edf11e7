import { isWithinSpread, widestSpread } from '../../contract/money/conversion-spread.js';
import type { Amounts } from '../holder.js';
import type { Leg } from '../movements/movement.js';
import { postingRules } from '../posting-rules.js';

/** A conversion that one reading shows. */
export interface ConversionShown {
  /** The leg that made the converted amount available. */
  readonly leg: Leg;
  /** What the same reading shows on the ledger balance: the same change, or none yet. */
  readonly adjusted: number;
  /** The change of the ledger balance as a leg of its own. */
  readonly later: (mayFrom: number) => Leg;
}

/**
 * The conversion that explains what a reading leaves over: a deposit became available with a little more or less than was
 * sent, and the ledger balance follows. How much that may be no page says: more than its asset lets expect is a difference of
 * its own (`conversion-spread`). Null when none does. Source: docs/funding-and-deposits.
 */
export function conversionIn(chosen: readonly Leg[], left: Amounts): ConversionShown | null {
  const by = left.available;
  if (by === 0 || (left.ledger !== by && left.ledger !== 0)) return null;
  const leg = chosen.find(
    ({ book, delta, movement }) =>
      book === 'available' && movement.spread > 0 && isWithinSpread(by, delta, widestSpread),
  );
  if (leg === undefined) return null;
  return {
    leg,
    adjusted: left.ledger,
    later: (mayFrom) => ({
      ...leg,
      ...{ book: 'ledger', delta: by, rule: postingRules.converted, counter: 'conversion', certain: null, mayFrom },
    }),
  };
}
