/** An attestation of a person for a requirement software cannot drive. */
export interface Attestation {
  readonly requirement: string;
  readonly by: string;
  /** ISO 8601 date. */
  readonly on: string;
  readonly statement: string;
}

/** A waiver; it never covers card data, integrity, authentication or money. */
export interface Waiver {
  readonly requirement: string;
  readonly rule: string;
  readonly reason: string;
  readonly by: string;
  /** ISO 8601 date after which the waiver is void. */
  readonly expires: string;
}

/** What a Program supports; rows that do not apply become `not-applicable`. */
export interface Capabilities {
  readonly physicalCards: boolean;
  readonly bankRail: boolean;
  readonly cryptoRail: boolean;
  readonly wallets: boolean;
  readonly threeDSecure: boolean;
  readonly sumsub: boolean;
}

/** Deadlines in seconds after which the harness stops waiting and judges, and polling bounds in milliseconds. */
export interface Timing {
  readonly kycSeconds: number;
  readonly depositSeconds: number;
  readonly otpSeconds: number;
  readonly pollInitialMs: number;
  readonly pollMaxMs: number;
}

/** The program profile: who is certified and what it supports. Shape: `schemas/evidence/program-profile.schema.json`. */
export interface Profile {
  readonly program: string;
  readonly programId: number;
  readonly currency: 'USD' | 'CAD' | 'GBP' | 'EUR';
  /** Program ceiling per transaction, minor units. */
  readonly transactionLimit: number;
  readonly capabilities: Capabilities;
  readonly approvedSlots: readonly number[];
  readonly unapprovedSlot: number | null;
  /** A wallet that already holds money, or null. */
  readonly fundedWalletId: number | null;
  /** A cardholder of another Program, for isolation checks, or null. */
  readonly foreignCardholderId: number | null;
  /** Where the platform calls back when a 3-DS code is ready. A loopback URL (port 0 allowed) is served by the harness. */
  readonly webhookUrl: string | null;
  /** `host:port` the harness binds for a public webhookUrl. */
  readonly webhookListen: string | null;
  readonly timing: Timing;
  readonly attestations: readonly Attestation[];
  readonly waivers: readonly Waiver[];
}
