import type { CheckRecord } from '../../../verdict/check.js';
import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { sourceLink } from '../html/links.js';
import { table } from '../html/table.js';
import { checkBadge } from '../words/outcome-words.js';
import { callLinks } from './call-links.js';

/** The same check with the same finding, however often it ran. */
interface CheckGroup {
  readonly check: CheckRecord;
  readonly exchangeIds: readonly string[];
  readonly times: number;
}

/** Calls named of one check. */
const longest = 4;

/** A table of checks: what was expected, what was received, by which rule, and which calls show it. */
export function checksTable(caption: string, checks: readonly CheckRecord[], report: Report): Html {
  const rows = grouped(checks).map(({ check, exchangeIds, times }) => ({
    cells: [
      markup`${check.title} <code>${check.id}</code>${times > 1 ? ` (${times} times)` : ''}`,
      checkBadge(check.outcome),
      markup`<span class="data">${check.expected}</span>`,
      markup`<span class="data">${check.received}</span>`,
      markup`${check.provenance}, ${sourceLink(check.source)}${check.questions.length === 0 ? '' : `, open question ${check.questions.join(', ')}`}`,
      callLinks(exchangeIds, longest, report),
    ],
  }));
  return table({
    caption,
    look: 'fixed checks',
    columns: ['Check', 'Outcome', 'Expected', 'Received', 'Rule and its page', 'Calls'],
    rows,
  });
}

function grouped(checks: readonly CheckRecord[]): readonly CheckGroup[] {
  const groups = new Map<string, CheckGroup>();
  for (const check of checks) {
    const key = JSON.stringify([check.id, check.outcome, check.expected, check.received]);
    const known = groups.get(key) ?? { check, exchangeIds: [], times: 0 };
    const exchangeIds = [...known.exchangeIds, ...check.exchangeIds];
    groups.set(key, { check: known.check, exchangeIds, times: known.times + 1 });
  }
  return [...groups.values()];
}
