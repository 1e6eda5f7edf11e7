import type { Requirement } from '../../verdict/requirement.js';
import { worst, type ChangeClass } from '../contract/change-class.js';
import type { ApprovableChange } from './approvable-change.js';
import { applyApprovals } from './apply-approvals.js';
import type { Approval, ApprovalState } from './approval.js';

/** What approvals make of the changes of a diff. */
export interface ApprovedDiff {
  /** The worst class of the changes that no approval covers; `cosmetic` for none. */
  readonly openClass: ChangeClass;
  /** One for each approval, in its order. */
  readonly approvals: readonly ApprovalState[];
}

/** Holds approvals against the changes of a diff; `at` is the instant of the comparison, ISO 8601. */
export function approvedDiff(
  approvals: readonly Approval[],
  changes: readonly ApprovableChange[],
  { catalogue, at }: { readonly catalogue: readonly Requirement[]; readonly at: string },
): ApprovedDiff {
  const { states, covering } = applyApprovals(approvals, { changes, catalogue, at });
  const open = changes.filter(({ fingerprint }) => !covering.has(fingerprint));
  return { openClass: worst(open.map((change) => change.class)), approvals: states };
}

/** What became of approvals, for people. */
export function renderApprovals({ openClass, approvals }: ApprovedDiff): string {
  const lines = approvals.map(
    ({ fingerprint, state, decision, reason, by, expires, about }) =>
      `  ${state} ${fingerprint} ${decision} by ${by} until ${expires}: ${reason} (${about})`,
  );
  return `${['', `Approvals (${approvals.length})`, ...lines, `Worst class that is open: ${openClass}`].join('\n')}\n`;
}
