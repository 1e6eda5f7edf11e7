/** What the sender's bank told us about a transfer. */
export interface BankTransfer {
  readonly senderAccountNumber: string;
  readonly reference: string;
}
