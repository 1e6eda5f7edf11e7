/** A support ticket; priority 2 is High. Source: docs/funding-and-deposits. */
export interface Ticket {
  readonly id: number;
  readonly cardholderId: number | null;
  readonly subject: string;
  readonly message: string;
  readonly priority: number | null;
  /** Emulated milliseconds. */
  readonly createdAt: number;
}
