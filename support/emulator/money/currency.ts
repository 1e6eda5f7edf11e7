import type { Profile } from '../../config/profile.js';

/** Currency enumeration of the API. Source: docs/accounts-wallets-and-deposit-addresses. */
export const currencyValues: Readonly<Record<Profile['currency'], number>> = { USD: 0, CAD: 1, GBP: 2, EUR: 3 };
