/** What a client needs to call a server: one of ours, on this machine, for as long as the measurement lasts. */
export interface Access {
  /** Base URL with `/v2`. */
  readonly url: string;
  readonly serverCa: string;
  readonly apiKey: string;
  /** PEM. */
  readonly certificate: string;
  readonly privateKey: string;
  /** A cardholder who is there to be read. */
  readonly cardholderId: number;
}
