/** A subscription to 3-DS codes, for one card or (legacy) for all cards of a cardholder. */
export interface Listener {
  /** The token; whoever has it can read the code. */
  readonly token: string;
  readonly cardId: number | null;
  readonly cardholderId: number | null;
  readonly webhookUrl: string | null;
  /** State name of the otp lifecycle. */
  readonly state: string;
  /** Six digits while received; null otherwise. */
  readonly code: string | null;
  /** Emulated Unix seconds of the current code's end; null without a code. */
  readonly expiresAt: number | null;
  /** Challenge the current code belongs to, so that an older one's expiry does not end a newer code. */
  readonly challengeId: number | null;
}

/** A 3-DS challenge on a card. */
export interface Challenge {
  readonly id: number;
  readonly cardId: number;
  readonly cardholderId: number;
  /** Six digits. */
  readonly code: string;
}
