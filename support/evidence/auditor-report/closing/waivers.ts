import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { anchorLink } from '../html/links.js';
import { table } from '../html/table.js';

/** What the Program asked to be let off, by whom and until when. */
export function waivers({ plan, rows }: Report): Html {
  if (plan.waivers.length === 0) return markup`<p>None was claimed.</p>`;
  const known = new Set(rows.map(({ anchor }) => anchor));
  return table({
    caption: 'Waivers of the program profile',
    columns: ['Row', 'Rule', 'Reason', 'By', 'Expires'],
    rows: plan.waivers.map(({ requirement, rule, reason, by, expires }) => ({
      cells: [known.has(requirement) ? anchorLink(requirement, requirement) : requirement, rule, reason, by, expires],
    })),
  });
}
