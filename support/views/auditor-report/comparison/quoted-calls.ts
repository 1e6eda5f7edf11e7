import type { RunComparison } from '../../../diff/dossier/run-comparison.js';
import type { Exchange } from '../../../trace/exchange.js';
import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { callDetails } from '../rows/call-details.js';
import { quoteAnchor, shownQuotes } from './exchange-pair.js';
import { baselineFiles } from '../../../evidence/baseline-places.js';
import { fileLink } from '../html/links.js';
import { counted } from '../words/count-words.js';

/** The baseline's calls that the comparison names, each once, from its frozen evidence. */
export function quotedCalls(found: RunComparison, report: Report): Html | null {
  const quotes = shownQuotes(found, report);
  if (quotes.size === 0) return null;
  const rest = found.quotes.size - quotes.size;
  const items = [...quotes.values()].map(
    (exchange) => markup`<li>${quotedCall(exchange, report.limits.quote)}</li>
`,
  );
  return markup`<h3>Calls of the earlier run</h3><ul class="plain">${items}</ul>${rest === 0 ? null : markup`<p>${counted(rest, 'more call')} in ${fileLink(baselineFiles.exchanges)}.</p>`}`;
}

function quotedCall(exchange: Exchange, longest: number): Html {
  const { id, operationId, request, response, failure } = exchange;
  const answer = response === null ? (failure?.class ?? 'no answer') : String(response.status);
  return markup`<details class="call"><summary><b id="${quoteAnchor(id)}">${id}</b> then: <span class="operation">${operationId ?? 'outside the contract'}</span> <code>${request.method} ${request.path}</code> ${answer}</summary>
${callDetails(exchange, longest)}</details>`;
}
