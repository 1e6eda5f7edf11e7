import { toDecimal } from '../../../contract/money/decimal-amount.js';
import type { MoneyDifference } from '../../../reconciliation/differences/money-difference.js';
import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { fileLink, sourceLink } from '../html/links.js';
import { table } from '../html/table.js';
import { callLinks } from '../rows/call-links.js';
import { counted } from '../words/count-words.js';
import { levelBadge } from '../words/outcome-words.js';

/** Every difference between the own ledger and what the API shows, by name. */
export function differences(report: Report): Html {
  const { differences: all } = report.run.reconciliation;
  if (all.length === 0) return markup`<p>None: what was read of the API agrees with the ledger.</p>`;
  const shown = all.slice(0, report.limits.lines);
  const rest = all.length - shown.length;
  return markup`${table({
    caption: 'Differences between the own ledger and the API',
    look: 'fixed differences',
    columns: ['Difference', 'Class', 'Accounts', 'API less ledger', 'In words', 'Calls'],
    rows: shown.map((each) => differenceRow(each, report)),
  })}${rest > 0 ? markup`<p>${counted(rest, 'more difference')} in ${fileLink('reconciliation/differences.json')}.</p>` : null}`;
}

function differenceRow(each: MoneyDifference, report: Report): { cells: Html[] } {
  const { code, class: level, holders, amount, message, source, questions, exchangeIds } = each;
  const open = questions.length === 0 ? '' : `; open question ${questions.join(', ')}`;
  return {
    cells: [
      markup`${code}`,
      levelBadge(level),
      markup`<span class="data">${holders.join(', ')}</span>`,
      markup`${amount === null ? 'none or unknown' : toDecimal(amount)}`,
      markup`<span class="data">${message}</span> (${sourceLink(source)}${open})`,
      callLinks(exchangeIds, 4, report),
    ],
  };
}
