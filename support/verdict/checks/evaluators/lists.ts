import type { Exchange, Json } from '../../../trace/exchange.js';
import { answered, asText, at, inWords, items } from '../answer.js';
import { last, numberArgument, textArgument, undetermined, verdictOf, type Evaluate } from '../evaluate.js';

/** A creation time as Unix seconds: ISO 8601 text, or Unix seconds as text or number (both forms appear). */
export function unixSeconds(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value === '') return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  const parsed = Date.parse(value);
  return Number.isNaN(parsed) ? undefined : parsed / 1000;
}

/** The pages, in the order read, hold every item once: as many as the total says and none twice (argument `key`). */
export const pagesJoin: Evaluate = (evidence) => {
  const key = textArgument(evidence, 'key');
  const pages = evidence.exchanges.map(items);
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
  const totals = exchanges.map((exchange) => at(answered(exchange), '/total'));
  if (totals.length < 2 || totals.includes(undefined)) return undetermined('one total', 'fewer than two totals');
  const distinct = new Set(totals).size;
  return verdictOf(distinct === 1, 'the same total on every page', `totals ${totals.map(String).join(', ')}`);
};

/** No page is longer than asked for, nor longer than the maximum of 200. Source: docs/pagination-filtering-and-rate-limits. */
export const pageLimitRespected: Evaluate = ({ exchanges }) => {
  const expected = 'no page longer than its limit or 200';
  const tooLong = exchanges.find((exchange) => {
    const asked = Number(exchange.request.query['limit'] ?? '50');
    return (items(exchange)?.length ?? 0) > Math.min(asked, 200);
  });
  if (exchanges.length === 0) return undetermined(expected, 'no page');
  return verdictOf(tooLong === undefined, expected, tooLong === undefined ? expected : inWords(tooLong));
};

/** Every item shows the filter's value under the member (arguments `member`, `value`), and at least one item came. */
export const filterObeyed: Evaluate = (evidence) => {
  const member = textArgument(evidence, 'member');
  const value = numberArgument(evidence, 'value');
  const list = listOf(last(evidence));
  const expected = `items with ${member} ${String(value)} only`;
  if (list === undefined || list.length === 0) return undetermined(expected, 'no items');
  const others = list.filter((item) => at(item, `/${member}`) !== value).length;
  return verdictOf(others === 0, expected, `${String(others)} of ${String(list.length)} items differ`);
};

/** The items are in the order asked for (arguments `member`, `direction`). */
export const orderObeyed: Evaluate = (evidence) => {
  const member = textArgument(evidence, 'member');
  const direction = textArgument(evidence, 'direction');
  const list = listOf(last(evidence));
  const expected = `items by ${member}, ${direction}`;
  if (list === undefined || list.length < 2) return undetermined(expected, 'fewer than two items');
  const values = list.map((item) => at(item, `/${member}`));
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length !== values.length) return undetermined(expected, `items without a number ${member}`);
  const sign = direction === 'asc' ? 1 : -1;
  const broken = numbers.findIndex((value, index) => index > 0 && sign * (value - (numbers[index - 1] ?? value)) < 0);
  return verdictOf(broken === -1, expected, broken === -1 ? 'in order' : `out of order at item ${String(broken)}`);
};

/** Every item was created inside the window of the request; whether its bounds belong to it is not documented. */
export const windowObeyed: Evaluate = (evidence) => {
  const exchange = last(evidence);
  const list = listOf(exchange);
  const member = textArgument(evidence, 'member');
  const expected = 'items created inside the window only';
  if (exchange === undefined || list === undefined) return undetermined(expected, inWords(exchange));
  const after = Number(exchange.request.query['after'] ?? '0');
  const before = Number(exchange.request.query['before'] ?? '0');
  const times = list.map((item) => unixSeconds(at(item, `/${member}`)));
  if (times.includes(undefined) || times.length === 0) return undetermined(expected, `no items with ${member}`);
  const outside = times.filter((time) => time !== undefined && (time < after - 1 || time > before + 1)).length;
  return verdictOf(outside === 0, expected, `${String(outside)} of ${String(times.length)} items outside`);
};

function listOf(exchange: Exchange | undefined): readonly Json[] | undefined {
  return exchange === undefined ? undefined : items(exchange);
}
