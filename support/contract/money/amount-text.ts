import { fromDecimal } from './decimal-amount.js';
import { fromDecimalImplied, type MinorUnits } from './minor-units.js';

/** The two readings of an amount typed as text; the vendor calls the question open (U-06). */
export type AmountTextForm = 'literal' | 'decimal-implied';

/**
 * The form a text has: with a decimal point it is literal (`"10.00"`), digits alone are decimal-implied (`"1000"`).
 * Anything else is undefined. Source: docs/accounts-wallets-and-deposit-addresses.
 */
export function amountTextForm(text: string): AmountTextForm | undefined {
  if (/^-?\d+\.\d{1,2}$/.test(text)) return 'literal';
  return /^-?\d+$/.test(text) ? 'decimal-implied' : undefined;
}

/** Reads an amount text by its form, in minor units; undefined when it has neither form. */
export function fromAmountText(text: string): MinorUnits | undefined {
  const found = amountTextForm(text);
  switch (found) {
    case 'literal':
      return fromDecimal(text);
    case 'decimal-implied':
      return fromDecimalImplied(Number(text));
    case undefined:
      return undefined;
    default:
      return found satisfies never;
  }
}
