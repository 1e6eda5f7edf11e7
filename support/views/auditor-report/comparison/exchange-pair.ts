import type { ExchangePair } from '../../../diff/behaviour/behaviour-change.js';
import type { RunComparison } from '../../../diff/dossier/run-comparison.js';
import type { Exchange } from '../../../trace/exchange.js';
import type { Report } from '../gather/report.js';
import { anchorLink } from '../html/links.js';
import { markup, type Html } from '../html/markup.js';
import { callLinks } from '../rows/call-links.js';

/** Anchor of a quoted call of the baseline; both runs count theirs from 1. */
export function quoteAnchor(exchangeId: string): string {
  return `then-${exchangeId.replaceAll('/', '-')}`;
}

/** The calls of the baseline that the page has room to quote, by id. */
export function shownQuotes(
  { quotes }: RunComparison,
  { limits }: Pick<Report, 'limits'>,
): ReadonlyMap<string, Exchange> {
  return new Map([...quotes].slice(0, limits.lines));
}

/** The two exchanges that show a change: the baseline's leads to its quote below, this run's to where the page shows it. */
export function exchangePair(pair: ExchangePair | null, found: RunComparison, report: Report): Html {
  if (pair === null) return markup`the documents themselves`;
  const now = pair.new === null ? markup`nothing` : callLinks([pair.new], 1, report);
  return markup`${thenLink(pair.old, shownQuotes(found, report))} → ${now}`;
}

function thenLink(old: string | null, quotes: ReadonlyMap<string, Exchange>): Html {
  if (old === null) return markup`nothing`;
  return quotes.has(old) ? anchorLink(quoteAnchor(old), old) : markup`<code>${old}</code>`;
}
