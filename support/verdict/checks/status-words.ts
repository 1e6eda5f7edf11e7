/** Cardholder status by word. Source: docs/cardholders-and-compliance. */
export const cardholderStatus = {
  Pending: 0,
  Approved: 1,
  'Compliance Decline': 2,
  'Under Review': 3,
  Draft: 4,
  Deleted: 5,
  Error: 6,
  'Admin Decline': 7,
} as const;

/** Operational card status by word. Source: docs/cards-virtual-and-physical. */
export const issuerCardStatus = { Pending: 0, Active: 1, 'On Hold': 2, Closed: 3, 'Not Activated': 4 } as const;

/** Status of a transfer by word. Source: docs/accounts-wallets-and-deposit-addresses. */
export const transferStatus = { Pending: 0, Approved: 1, Declined: 2, Partial: 3, Error: 4 } as const;

/** Status of a card transaction by word. Source: docs/accounts-wallets-and-deposit-addresses. */
export const transactionStatus = { Pending: 1, Cleared: 2, Completion: 3, Declined: 4, Error: 5 } as const;

/** Currency by ISO 4217 code. Source: docs/card-programs-and-designs. */
export const currencyNumber = { USD: 0, CAD: 1, GBP: 2, EUR: 3 } as const;

/** A cardholder status word. */
export type CardholderStatusWord = keyof typeof cardholderStatus;

/** A card status word. */
export type CardStatusWord = keyof typeof issuerCardStatus;

/** Statuses in which a compliance review has come to an end. Source: docs/cardholders-and-compliance. */
export const settledReview: readonly number[] = [
  cardholderStatus.Approved,
  cardholderStatus['Compliance Decline'],
  cardholderStatus.Error,
  cardholderStatus['Admin Decline'],
];
