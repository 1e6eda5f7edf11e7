import type { Exchange, Json } from '../trace/exchange.js';
import type { Provenance } from '../judgement/provenance.js';
import type { CheckOutcome } from './verdict.js';

/** What a check looks at: recorded exchanges in order and plain arguments. Nothing else, so it can be recomputed. */
export interface CheckEvidence {
  readonly exchanges: readonly Exchange[];
  readonly arguments: Readonly<Record<string, Json>>;
}

/** Which legal reading of an open question the evidence of a met check shows. */
export interface SeenReading {
  /** Id in `open-questions.yaml`. */
  readonly question: string;
  /** One of the question's readings. */
  readonly reading: string;
  /** True where the vendor's matrix or main text says otherwise: met, and worth an advisory. */
  readonly unusual: boolean;
}

/** What a check found. `received` never contains a sensitive value. */
export interface CheckFinding {
  readonly outcome: CheckOutcome;
  readonly expected: string;
  readonly received: string;
  /** Present where the pages leave the outcome open and the evidence tells which legal one it is. */
  readonly reading?: SeenReading;
}

/**
 * A check: a pure function from recorded exchanges to an outcome, with the rule it enforces. `verify` runs it again
 * from the evidence without network.
 */
export interface Check {
  /** Permanent id, such as `cardholder-status`. A requirement's `proves` names it, with `:variant` where it has one. */
  readonly id: string;
  /** What is checked, as one sentence for the auditor. */
  readonly title: string;
  readonly provenance: Provenance;
  /** The vendor's page, such as `docs/sandbox-testing-guide`. */
  readonly source: string;
  /** Ids of contradictions or open questions that cover the rule: a violation is then a review. */
  readonly questions: readonly string[];
  /**
   * Ids of questions whose every reading meets the check. What violates it breaks all readings, so that it counts as
   * the rule itself does.
   */
  readonly settles?: readonly string[];
  evaluate(evidence: CheckEvidence): CheckFinding;
}

/** One executed check, as recorded in results.ndjson. */
export interface CheckRecord extends CheckFinding {
  /** Check id with its variant, such as `cardholder-status:approved`. */
  readonly id: string;
  readonly check: string;
  readonly title: string;
  readonly provenance: Provenance;
  readonly source: string;
  readonly questions: readonly string[];
  readonly arguments: Readonly<Record<string, Json>>;
  readonly exchangeIds: readonly string[];
}
