import { isWithinSpread, nearZeroSpread, widestSpread } from '../../../contract/money/conversion-spread.js';
import type { Exchange } from '../../../trace/exchange.js';
import type { Balances } from './balances-of.js';
import { finalList, sumOf } from './listed-amounts.js';

/**
 * How two rises fit a stablecoin deposit. `as sent`: both by the amount, less a spread near zero and the fees the card's list
 * names. `open`: both alike and not far from it; how near to zero the spread is, and what an off-ramp costs, no page says.
 * `otherwise`: anything else. Sources: docs/funding-and-deposits (both converge; near-zero spread),
 * docs/guide-reconcile-transactions-and-fees (off-ramp fees).
 */
export type Credit = 'as sent' | 'open' | 'otherwise';

/** Tells {@link Credit}; the exchanges may hold a list of the card's fees. Minor units. */
export function creditOf(rise: Balances, amount: number, exchanges: readonly Exchange[]): Credit {
  if (rise.ledger !== rise.available || rise.available <= 0) return 'otherwise';
  const fees = finalList(exchanges, 'listCardFees') ?? [];
  // A card's fees need not be the deposit's: one for issuing it may stand in the same list.
  const charged = [0, ...[fees, ...fees.map((fee) => [fee])].map((some) => sumOf(some) ?? 0)];
  const isWithin = (basisPoints: number) =>
    charged.some((cost) => isWithinSpread(rise.available + cost - amount, amount, basisPoints));
  if (isWithin(nearZeroSpread)) return 'as sent';
  return isWithin(widestSpread) ? 'open' : 'otherwise';
}
