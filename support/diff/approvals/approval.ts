/**
 * Why a change may stand: `expected` is one that the vendor announced, `accepted` one that nobody announced and that the
 * Program can live with.
 */
export type ApprovalDecision = 'expected' | 'accepted';

/** What somebody decided about one change, by its fingerprint. A line of the file that `--approvals` names. */
export interface Approval {
  /** Fingerprint of a change of the contract or of the behaviour: 12 hexadecimal digits. */
  readonly fingerprint: string;
  readonly decision: ApprovalDecision;
  readonly reason: string;
  /** Who decided. */
  readonly by: string;
  /** Last day (UTC) on which it counts, `YYYY-MM-DD`. */
  readonly expires: string;
}

/**
 * What became of an approval: it covers a change (`used`), no change bears its fingerprint (`stale`), it lapsed before the
 * comparison (`expired`), or its change may not be approved (`refused`).
 */
export type ApprovalWord = 'used' | 'stale' | 'expired' | 'refused';

/** An approval beside what it did. */
export interface ApprovalState extends Approval {
  readonly state: ApprovalWord;
  /** The change it names, as a sentence, or why it covers nothing. */
  readonly about: string;
}
