/** What an emulator shows to its clients and asks of them, PEM. The key is secret. */
export interface ServerIdentity {
  /** The authority that client certificates must come from. */
  readonly authority: string;
  readonly certificate: string;
  readonly privateKey: string;
}
