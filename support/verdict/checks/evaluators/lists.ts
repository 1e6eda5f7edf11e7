import type { Exchange } from '../../../trace/exchange.js';
import { answered, asText, at, inWords, isRefused, items, numberMember } from '../answer.js';
import { forEvery, textArgument, undetermined, verdictOf, type Evaluate } from '../evaluate.js';
import { inARow } from '../in-a-row.js';

/**
 * The pages that were asked for, without a last one that begins behind the last row: whether a target refuses that or shows an empty
 * page is not stated.
 */
function pagesOf(exchanges: readonly Exchange[]): readonly Exchange[] {
  const end = exchanges.at(-1);
  const total = at(exchanges[0] && answered(exchanges[0]), '/total');
  const isBehind = typeof total === 'number' && Number(end?.request.query['offset'] ?? '0') >= total;
  return end !== undefined && isBehind && isRefused(end) ? exchanges.slice(0, -1) : exchanges;
}

/** The pages, in the order read, hold every item once: as many as the total says and none twice (argument `key`). */
export const pagesJoin: Evaluate = (evidence) => {
  const key = textArgument(evidence, 'key');
  const pages = pagesOf(evidence.exchanges).map(items);
  const total = at(evidence.exchanges[0] && answered(evidence.exchanges[0]), '/total');
  const expected = `${asText(total)} items over ${String(pages.length)} pages, none missing or repeated`;
  if (pages.includes(undefined) || typeof total !== 'number' || pages.length < 2) {
    return undetermined(expected, 'fewer than two list pages');
  }
  const keys = pages.flatMap((page) => page ?? []).map((item) => JSON.stringify(at(item, `/${key}`)));
  const distinct = new Set(keys).size;
  return verdictOf(
    distinct === total && keys.length === total,
    expected,
    `${String(keys.length)} items, ${String(distinct)} distinct`,
  );
};

/** Every page tells the same total. */
export const totalConstant: Evaluate = ({ exchanges }) => {
  const totals = pagesOf(exchanges).map((exchange) => at(answered(exchange), '/total'));
  if (totals.length < 2 || totals.includes(undefined)) return undetermined('one total', 'fewer than two totals');
  const distinct = new Set(totals).size;
  return verdictOf(distinct === 1, 'the same total on every page', `totals ${inARow(totals.map(String))}`);
};

/** The greatest page. Source: docs/pagination-filtering-and-rate-limits. */
const maximum = 200;

/**
 * No page is longer than asked for, nor announced longer than the maximum. Asking for more may be refused or cut to the
 * maximum; the envelope's own limit shows it, however few items there are.
 */
export const pageLimitRespected: Evaluate = forEvery((exchange) => {
  const asked = Number(exchange.request.query['limit'] ?? '50');
  const expected = `a page of at most ${String(Math.min(asked, maximum))} items`;
  if (asked > maximum && isRefused(exchange)) return verdictOf(true, expected, inWords(exchange));
  const list = items(exchange);
  const limit = at(answered(exchange), '/limit');
  if (list === undefined || typeof limit !== 'number') return undetermined(expected, inWords(exchange));
  const most = Math.min(asked, maximum);
  return verdictOf(
    list.length <= most && limit <= most,
    expected,
    `limit ${String(limit)}, ${String(list.length)} items`,
  );
});

/**
 * Whoever skips as many rows as there are gets none of them. The second list may count more than the first one did: what was made
 * in between. A refusal shows no row either.
 */
export const offsetSkips: Evaluate = ({ exchanges }) => {
  const [first, behind] = exchanges;
  const expected = 'no row that was to be skipped';
  if (first === undefined || behind === undefined || items(first)?.length !== 1)
    return undetermined(expected, 'no list with a row and its total');
  if (isRefused(behind)) return verdictOf(true, expected, inWords(behind));
  const rows = items(behind);
  if (rows === undefined) return undetermined(expected, inWords(behind));
  const left = Math.max(0, (numberMember(behind, 'total') ?? 0) - Number(behind.request.query['offset']));
  return verdictOf(rows.length <= left, expected, `${String(rows.length)} row(s) where ${String(left)} can be left`);
};
