/** Where money of a deposit is going. */
export type Destination =
  { readonly kind: 'card'; readonly id: number } | { readonly kind: 'wallet'; readonly id: number };

/** A bank account a cardholder registered to send from. */
export interface BankAccount {
  /** The depositId the registration answers with. */
  readonly id: number;
  readonly cardholderId: number;
  /** State name of the deposit lifecycle, `registration-*`. */
  readonly state: string;
  readonly senderAccountNumber: string;
}

/** Money on the way, or the announcement of it. */
export interface Deposit {
  readonly id: number;
  readonly rail: 'crypto' | 'bank' | 'trace';
  readonly destination: Destination;
  /** State name of the deposit lifecycle. */
  readonly state: string;
  /** Minor units of the Program's currency; null for a trace without an amount. */
  readonly amount: number | null;
  /** Why it went to suspense; null otherwise. */
  readonly suspenseReason: string | null;
  /** Emulated milliseconds. */
  readonly createdAt: number;
}
