import type { ChangeClass } from './change-class.js';
import type { DiffRuleId } from './rules/diff-rules.js';

/** Which way a changed thing travels: `request` is what the client sends, webhooks and callbacks included. */
export type Direction = 'request' | 'response';

/** An operation that a change reaches, and on which way. */
export interface ChangeUse {
  /** Method and path template, such as `GET /cards/{cardId}`; `webhook` or `callback` stands before calls of the platform. */
  readonly operation: string;
  /** As the old document names it, or the new one where it is new. */
  readonly operationId: string | null;
  readonly direction: Direction;
}

/** Where something stands in a contract file. */
export interface SourceLocation {
  /** JSON Pointer in the document; the nearest enclosing one where the thing itself is absent. */
  readonly pointer: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** One difference between two contracts, found once however many operations it reaches. */
export interface ContractChange {
  readonly rule: DiffRuleId;
  readonly class: ChangeClass;
  /** Stable over unrelated edits of either document: 12 hexadecimal digits. Approvals attach to it. */
  readonly fingerprint: string;
  /** Where it is, in words that do not depend on list positions, such as `schemas/Card .status`. */
  readonly place: string;
  /** What happened, as one sentence. */
  readonly words: string;
  /** Why the class is what it is, where that is not plain. */
  readonly because: string | null;
  /** Short JSON of the old and the new value; null where there is none. */
  readonly before: string | null;
  readonly after: string | null;
  readonly uses: readonly ChangeUse[];
  readonly old: SourceLocation;
  readonly new: SourceLocation;
}
