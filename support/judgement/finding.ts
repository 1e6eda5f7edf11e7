import type { FindingLevel, Provenance } from './provenance.js';

/** One broken rule in one exchange. */
export interface Finding {
  /** Permanent rule id, such as `response-body-schema`. */
  readonly rule: string;
  readonly level: FindingLevel;
  /** One sentence with no raw sensitive value in it. */
  readonly message: string;
  readonly expected: string;
  /** What came, described without sensitive values (type and length where the value may be sensitive). */
  readonly received: string;
  /** JSON Pointer into the exchange, such as `/response/body/items/0/status`. */
  readonly where: string;
  /** JSON Pointer into the contract document of the rule that was broken; empty when there is none. */
  readonly contract: string;
  readonly provenance: Provenance;
  /** The vendor's page the rule comes from; empty when it is ours. */
  readonly source: string;
  /** Ids of contradictions and open questions (C-xx, U-xx, E-xx) that lowered the level. */
  readonly questions: readonly string[];
  /** Equal for findings with the same cause (rule, operation, contract place), so that reports can group them. */
  readonly cause: string;
}

/**
 * The judge's word on one exchange. `not-judged` always carries a reason and blocks the gate.
 */
export type Judgement =
  | { readonly outcome: 'conforming'; readonly findings: readonly Finding[] }
  | { readonly outcome: 'violating'; readonly findings: readonly Finding[] }
  | { readonly outcome: 'not-judged'; readonly reason: string; readonly findings: readonly Finding[] };
