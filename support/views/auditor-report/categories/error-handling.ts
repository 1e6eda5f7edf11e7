import type { ErrorCase } from '../gather/error-cases.js';
import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { anchorLink, fileLink } from '../html/links.js';
import { table } from '../html/table.js';
import { callLinks } from '../rows/call-links.js';
import { counted } from '../words/count-words.js';

/** Every answer that was no plain success: what provoked it, what came, and how it was recognised. */
export function errorHandling(report: Report): Html {
  const { errors } = report;
  const shown = errors.slice(0, report.limits.lines);
  const rest = errors.length - shown.length;
  const own = errors.filter(({ replayed }) => replayed).length;
  return markup`<p>${counted(errors.length, 'different case')}. ${own === 0 ? '' : `${own} of them are marked harness-only: a server of the harness replayed the answer to its own client, which shows how this harness handles it and nothing about the target.`}</p>
${errors.length === 0 ? null : table({ caption: 'Refusals and failures', look: 'fixed errors', columns: ['Operation', 'What was provoked', 'Answer', 'Recognised as', 'Rows', 'Calls'], rows: shown.map((each) => errorRow(each, report)) })}${rest > 0 ? markup`<p>${counted(rest, 'more case')} in ${fileLink('exchanges/exchanges.ndjson')}.</p>` : null}`;
}

function errorRow(each: ErrorCase, report: Report): { cells: Html[] } {
  const { operationId, provoked, answer, recognised, meaning, replayed, requirements, exchangeIds, count } = each;
  const known = new Set(report.rows.map(({ anchor }) => anchor));
  const rows = requirements.map(
    (id, index) => markup`${index === 0 ? '' : ', '}${known.has(id) ? anchorLink(id, id) : id}`,
  );
  return {
    cells: [
      markup`${operationId ?? 'outside the contract'}${replayed ? markup` <span class="mark">harness-only</span>` : null}`,
      markup`<span class="data">${provoked}</span>`,
      markup`<span class="data">${answer}</span>`,
      markup`<b>${recognised}</b>: ${meaning}`,
      markup`${rows.length === 0 ? 'none' : rows}`,
      markup`${count > 1 ? `${count} times: ` : ''}${callLinks(exchangeIds, exchangeIds.length, report)}`,
    ],
  };
}
