import type { ChangeClass } from '../../contract/change-class.js';

/** One way in which two runs can differ in what they saw. Ids are permanent: approvals and trend lines refer to them. */
export interface BehaviourRule {
  /** The rule that the same difference gets when old and new trade places; its own id when that makes no difference. */
  readonly mirror: string;
  readonly effect: ChangeClass;
  /** What happened, as the end of a sentence that begins with the place; `{key}`, `{before}` and `{after}` are filled in. */
  readonly says: string;
  /** Why the class is what it is, where that is not plain. */
  readonly because?: string;
}
