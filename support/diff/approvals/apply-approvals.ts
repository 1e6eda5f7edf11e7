import type { Requirement } from '../../verdict/requirement.js';
import type { ApprovableChange } from './approvable-change.js';
import type { Approval, ApprovalState } from './approval.js';
import { untouchableIn } from './untouchable-change.js';

/** What approvals are held against. */
export interface ApprovalSetting {
  readonly changes: readonly ApprovableChange[];
  /** The rows of the test matrix, for what their areas forbid. */
  readonly catalogue: readonly Requirement[];
  /** Instant of the comparison, ISO 8601; an approval counts to the end of its last day (UTC). */
  readonly at: string;
}

/** What became of all approvals. Nothing is taken away: an approved change stays listed in its class. */
export interface AppliedApprovals {
  /** One for each approval, in its order. */
  readonly states: readonly ApprovalState[];
  /** Approvals that cover a change, by its fingerprint. */
  readonly covering: ReadonlyMap<string, Approval>;
}

/** Holds each approval against the change that it names. */
export function applyApprovals(approvals: readonly Approval[], setting: ApprovalSetting): AppliedApprovals {
  const byFingerprint = new Map(setting.changes.map((change) => [change.fingerprint, change]));
  const states = approvals.map((approval) => stateOf(approval, byFingerprint.get(approval.fingerprint), setting));
  const used = approvals.filter((_, index) => states[index]?.state === 'used');
  return { states, covering: new Map(used.map((approval) => [approval.fingerprint, approval])) };
}

function stateOf(
  approval: Approval,
  change: ApprovableChange | undefined,
  { catalogue, at }: ApprovalSetting,
): ApprovalState {
  const day = at.slice(0, 10);
  if (approval.expires < day) return { ...approval, state: 'expired', about: `the comparison is of ${day}` };
  if (change === undefined) return { ...approval, state: 'stale', about: 'no change bears this fingerprint' };
  const untouchable = untouchableIn(change, catalogue);
  if (untouchable !== null) {
    return { ...approval, state: 'refused', about: `${untouchable} is never approved: ${change.words}` };
  }
  return { ...approval, state: 'used', about: change.words };
}
