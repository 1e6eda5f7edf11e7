import type { ChangeClass } from '../contract/change-class.js';
import type { BehaviourRuleId } from './rules/behaviour-rules.js';

/** The exchanges that show a change; null on the side that has nothing to show. */
export interface ExchangePair {
  readonly old: string | null;
  readonly new: string | null;
}

/** One difference in what two runs saw, found once however many scenarios show it. */
export interface BehaviourChange {
  readonly rule: BehaviourRuleId;
  readonly class: ChangeClass;
  /** Twelve hexadecimal digits of rule, place and words: the same in every pair of runs that shows the same change. */
  readonly fingerprint: string;
  /** Where, in words: `getCard success /body/alias`, `scenario cards/...`, `row TM-25`. */
  readonly place: string;
  /** What happened, as one sentence. */
  readonly words: string;
  /** Why the class is what it is, where that is not plain. */
  readonly because: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly operationId: string | null;
  /** Ids of the scenarios that show it, sorted. */
  readonly scenarios: readonly string[];
  /** Rows these scenarios belong to, sorted; the row itself for a row. */
  readonly requirements: readonly string[];
  readonly exchanges: ExchangePair;
}

/** What can explain a changed verdict. `unknown` stands alone, when nothing does. */
export type CauseKind =
  'target-answered-differently' | 'contract-changed' | 'harness-changed' | 'environment' | 'unstable' | 'unknown';

/** A fact behind a cause, as it was on both sides. */
export interface CauseProof {
  /** What is compared, such as `exchange`, `received`, `code digest`, `contract change`. */
  readonly what: string;
  readonly old: string | null;
  readonly new: string | null;
}

/** A possible cause of a changed verdict, with what proves it. */
export interface Cause {
  readonly kind: CauseKind;
  readonly words: string;
  readonly proofs: readonly CauseProof[];
}

/** What a verdict is about, in the order in which changed ones are told. */
export const verdictSubjects = ['requirement', 'scenario', 'check', 'invariant'] as const;

/** One of {@link verdictSubjects}. */
export type VerdictSubject = (typeof verdictSubjects)[number];

/** A row, scenario, check or rule over all traffic that ended in another way. */
export interface VerdictChange extends BehaviourChange {
  readonly subject: VerdictSubject;
  /** Id of the row, the scenario, the check, or the invariant. */
  readonly id: string;
  /** The best proved first; never empty. */
  readonly causes: readonly Cause[];
}

/** Something that only one of two runs exercised, so that nothing can be said about it. */
export interface NotObserved {
  readonly what: 'operation' | 'scenario' | 'requirement';
  readonly id: string;
  /** The side that did not exercise it. */
  readonly side: 'old' | 'new';
  readonly why: string;
}
