import type { ChangeClass } from '../contract/change-class.js';

/** A change of either comparison as approvals see it. */
export interface ApprovableChange {
  readonly fingerprint: string;
  readonly class: ChangeClass;
  /** Id of the rule that found it. */
  readonly rule: string;
  /** What happened, as one sentence. */
  readonly words: string;
  /** Names of the members it is about, outermost first, such as `["card", "availableBalance"]`; empty for none. */
  readonly members: readonly string[];
  /** Rows of the test matrix whose verdict it is; empty for a change that is no verdict. */
  readonly rows: readonly string[];
}
