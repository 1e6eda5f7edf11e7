import { reshaping } from '../../variations/variation.js';

/** Differences that no page allows and no single check looks for: whatever else a server may choose, these must be found. */
export const illegalVariations = {
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
} as const;
