import type { RunComparison } from '../../../diff/dossier/run-comparison.js';
import { markup, type Html } from '../html/markup.js';
import { table } from '../html/table.js';
import { approvalBadge } from '../words/change-words.js';

/** What people decided about changes, and what became of it. */
export function approvals({ dossier }: RunComparison): Html | null {
  if (dossier.approvals.length === 0) return null;
  return table({
    caption:
      'Approvals: a change that is approved stays listed, and the rows it meets are still to be shown again; who decided is the word of whoever ran this',
    look: 'fixed approvals',
    columns: ['Fingerprint', 'State', 'Decision', 'Reason', 'By, until', 'What it is about'],
    rows: dossier.approvals.map(({ fingerprint, state, decision, reason, by, expires, about }) => ({
      cells: [
        markup`<code>${fingerprint}</code>`,
        approvalBadge(state),
        decision,
        markup`<span class="data">${reason}</span>`,
        markup`<span class="data">${by}, ${expires}</span>`,
        markup`<span class="data">${about}</span>`,
      ],
    })),
  });
}
