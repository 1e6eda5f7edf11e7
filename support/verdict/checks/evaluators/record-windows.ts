import type { Exchange } from '../../../trace/exchange.js';
import { asText, at, inWords, items } from '../answer.js';
import { undetermined, verdictOf, type Evaluate } from '../evaluate.js';
import { noList, placesOf } from './list-queries.js';

/** The lists of records, and the member that numbers one. */
const numbers: Readonly<Record<string, string>> = {
  listCardTransactions: 'transId',
  listCardFees: 'feeId',
  listWalletTransactions: 'transId',
};

/** A list and the window it was asked for, Unix seconds. */
interface Windowed {
  readonly list: Exchange;
  readonly after: number;
  readonly before: number;
  readonly ids: readonly string[];
}

function windowed(list: Exchange): readonly Windowed[] {
  const { after, before } = list.request.query;
  const number = numbers[list.operationId ?? ''];
  if (after === undefined || before === undefined || number === undefined) return [];
  const ids = (items(list) ?? []).map((item) => asText(at(item, `/${number}`))).filter((id) => id !== '');
  return [{ list, after: Number(after), before: Number(before), ids }];
}

/** How many records stand in a list of this window and in one of a window that ended before. */
function timesTwo(lists: readonly Windowed[], { list, after, ids }: Windowed): number {
  const earlier = lists.filter((other) => other.list.operationId === list.operationId && other.before < after);
  const seen = new Set(earlier.flatMap((other) => other.ids));
  return ids.filter((id) => seen.has(id)).length;
}

/**
 * No record stands in two lists of one kind whose windows have no second in common, and none is dated outside the window
 * of its list. A time that cannot be read for certain is outside of nothing (O-14); whether the bounds belong to a window is not
 * documented either. Exchanges that are no list of records, and lists without a window, are passed over.
 */
export const recordsKeepToWindow: Evaluate = ({ exchanges }) => {
  const expected = 'no record in the list of a time it was not made in';
  const lists = exchanges.flatMap(windowed);
  const broken = noList(lists.map(({ list }) => list));
  if (broken !== undefined) return undetermined(expected, inWords(broken));
  const known = new Set(lists.flatMap(({ ids }) => ids)).size;
  const apart = lists.some((one) => lists.some((other) => other.before < one.after));
  if (known === 0 || !apart) return undetermined(expected, 'no record, or no two times to compare');
  const twice = lists.reduce((sum, one) => sum + timesTwo(lists, one), 0);
  const outside = lists
    .flatMap(({ list }) => placesOf(list, 'dateCreated'))
    .filter((place) => place === 'outside').length;
  const words = `${String(known)} record(s), ${String(twice)} of them in the list of another time too, ${String(outside)} dated outside`;
  return verdictOf(twice + outside === 0, expected, words);
};
