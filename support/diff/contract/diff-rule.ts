import type { ChangeClass } from './change-class.js';

/** What a change means, seen from the two ends of the wire: in what we send, and in what we receive. */
export interface Effect {
  readonly request: ChangeClass;
  readonly response: ChangeClass;
}

/** One way in which two contracts can differ. Ids are permanent: approvals and trend lines refer to them. */
export interface DiffRule {
  /** The rule that the same change gets when old and new trade places; its own id when that makes no difference. */
  readonly mirror: string;
  /** One class where the direction plays no part, else one for each. */
  readonly effect: ChangeClass | Effect;
  /** What happened, as the end of a sentence that begins with the place; `{key}`, `{before}` and `{after}` are filled in. */
  readonly says: string;
  /** Why the class is what it is, where that is not plain from direction and policy. */
  readonly because?: string;
}
