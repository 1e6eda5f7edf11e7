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
  /** Balances are one minor unit too high wherever there is money. */
  'balances-off-by-one': () =>
    reshaping((object) => {
      const { ledgerBalance: ledger, availableBalance: available } = object;
      if (typeof ledger !== 'number' || typeof available !== 'number' || ledger === 0) return object;
      return { ...object, ledgerBalance: ledger + 1, availableBalance: available === 0 ? 0 : available + 1 };
    }),
  /** A card that should be Active reads as On Hold. */
  'active-cards-read-on-hold': () =>
    reshaping((object) => (object['issuerCardStatus'] === 1 ? { ...object, issuerCardStatus: 2 } : object)),
} satisfies Readonly<Record<string, () => Deviation>>;
