import { fromAmountText } from '../../../contract/money/amount-text.js';
import { toDecimal } from '../../../contract/money/decimal-amount.js';
import { reshaping, type Deviation } from './deviation.js';

/** Differences that no page allows: whatever else a server may choose, these must be found. */
export const illegalDeviations = {
  /** Amounts in lists are one minor unit too high. */
  'amounts-off-by-one': () =>
    reshaping((object) => {
      const units = typeof object['amount'] === 'string' ? fromAmountText(object['amount']) : undefined;
      return units === undefined ? object : { ...object, amount: toDecimal(units + 1) };
    }),
  /** A card that should be Active reads as On Hold. */
  'active-cards-read-on-hold': () =>
    reshaping((object) => (object['issuerCardStatus'] === 1 ? { ...object, issuerCardStatus: 2 } : object)),
} satisfies Readonly<Record<string, () => Deviation>>;
