import type { Exchange, Json } from '../../../trace/exchange.js';
import { asText, at, inWords, itemMember, items } from '../answer.js';
import { creationTimeOf } from '../creation-time.js';
import { listArgument, textArgument, undetermined, verdictOf, type Evaluate } from '../evaluate.js';

function idsOf(exchange: Exchange | undefined, key: string): readonly string[] {
  return (exchange === undefined ? [] : (items(exchange) ?? [])).map((item) => asText(at(item, `/${key}`)));
}

/** The first answer that is no list; the check cannot judge it. */
export function noList(exchanges: readonly Exchange[]): Exchange | undefined {
  return exchanges.find((exchange) => items(exchange) === undefined);
}

/**
 * Every item of every list shows what its request filtered for, and each known item (argument `known`: `member`, `value`,
 * `id`) stands in the list of its own value: a list that is always empty obeys nothing.
 */
export const filterObeyed: Evaluate = (evidence) => {
  const { exchanges } = evidence;
  const key = textArgument(evidence, 'key');
  const known = listArgument(evidence, 'known').map((entry) => ({
    member: asText(at(entry, '/member')),
    value: asText(at(entry, '/value')),
    id: asText(at(entry, '/id')),
  }));
  const expected = 'in every list only items with the value asked for, the known ones among them';
  const broken = noList(exchanges);
  if (broken !== undefined || known.length === 0) return undetermined(expected, inWords(broken));
  const members = new Set(known.map(({ member }) => member));
  const elsewhere = known.flatMap(({ member, value, id }) =>
    exchanges.filter(
      (exchange) =>
        ![undefined, value].includes(exchange.request.query[member]) && hides(exchange, member, { key, id }),
    ),
  );
  const others = exchanges.flatMap((exchange) => strangers(exchange, members)).length + elsewhere.length;
  const lists = known.map(({ member, value, id }) => ({
    id,
    list: exchanges.find(({ request }) => request.query[member] === value),
  }));
  if (lists.some(({ list }) => list === undefined)) return undetermined(expected, 'a known value was not asked for');
  const missing = lists.filter(({ id, list }) => !idsOf(list, key).includes(id)).length;
  return verdictOf(
    others + missing === 0,
    expected,
    `${String(others)} other item(s), ${String(missing)} known missing`,
  );
};

/** True where a list has a known item that does not show the member: whether it belongs there is known all the same. */
function hides(
  exchange: Exchange,
  member: string,
  { key, id }: { readonly key: string; readonly id: string },
): boolean {
  const own = (items(exchange) ?? []).find((item) => asText(at(item, `/${key}`)) === id);
  return own !== undefined && itemMember(own, member) === undefined;
}

/** Items that show another value than was asked for; which members the items of a list have is not documented. */
function strangers(exchange: Exchange, members: ReadonlySet<string>): readonly Json[] {
  const asked = Object.entries(exchange.request.query).filter(([name]) => members.has(name));
  return (items(exchange) ?? []).filter((item) =>
    asked.some(([name, value]) => itemMember(item, name) !== undefined && asText(itemMember(item, name)) !== value),
  );
}

/**
 * Two known items stand in the asked order in every list. Argument `orders` names, for each `orderBy` word, the ids of the
 * two in ascending order; both directions of each must have been asked for. Where the member is a number or an instant
 * on every item, the whole list is judged as well. Names are masked in the evidence, so that only the two can be.
 */
export const orderObeyed: Evaluate = (evidence) => {
  const { exchanges } = evidence;
  const key = textArgument(evidence, 'key');
  const expected = 'the asked order in every list';
  const broken = noList(exchanges);
  if (broken !== undefined) return undetermined(expected, inWords(broken));
  const wrong: string[] = [];
  let judged = 0;
  for (const order of listArgument(evidence, 'orders')) {
    const by = asText(at(order, '/by'));
    const ascending = [asText(at(order, '/ascending/0')), asText(at(order, '/ascending/1'))];
    for (const sort of ['asc', 'desc']) {
      const list = exchanges.find(({ request }) => request.query['orderBy'] === by && request.query['sort'] === sort);
      if (list === undefined) return undetermined(expected, `no list by ${by}, ${sort}`);
      const wanted = (sort === 'asc' ? ascending : ascending.toReversed()).join(' ');
      const pair = idsOf(list, key).filter((id) => ascending.includes(id));
      if (new Set(pair).size !== pair.length) return verdictOf(false, expected, `a known item twice by ${by}, ${sort}`);
      if (pair.length !== 2) return undetermined(expected, `a known item is missing by ${by}, ${sort}`);
      if (pair.join(' ') !== wanted || !isSorted(list, by, sort)) wrong.push(`${by} ${sort}`);
      judged += 1;
    }
  }
  if (judged === 0) return undetermined(expected, 'no order asked for');
  return verdictOf(wrong.length === 0, expected, wrong.length === 0 ? expected : `out of order: ${wrong.join(', ')}`);
};

function isSorted(exchange: Exchange, member: string, sort: string): boolean {
  const values = (items(exchange) ?? []).map((item) => valueOf(itemMember(item, member)));
  const known = values.filter((value) => value !== undefined);
  if (known.length !== values.length) return true;
  const sign = sort === 'asc' ? 1 : -1;
  return known.every((value, index) => index === 0 || sign * (value - (known[index - 1] ?? value)) >= 0);
}

/** A number as it is, a creation time in seconds; undefined for what cannot be compared. */
function valueOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : creationTimeOf(value)?.seconds;
}

/**
 * The known item (argument `id`) stands in the list of the window it was created in (the first) and not in the list of the
 * time before (the last), and every item lies in the window of its request. Whether the bounds belong to the window is
 * not documented, and neither is the format of times (O-14): one that cannot be read for certain is outside of nothing.
 */
export const windowObeyed: Evaluate = (evidence) => {
  const { exchanges } = evidence;
  const key = textArgument(evidence, 'key');
  const member = textArgument(evidence, 'member');
  const id = textArgument(evidence, 'id');
  const expected = 'the new item inside its window and not before it, and no item outside the window asked for';
  const [inside, earlier] = [exchanges[0], exchanges.at(-1)];
  const broken = noList(exchanges);
  if (broken !== undefined || exchanges.length < 2) return undetermined(expected, inWords(broken));
  const placed = idsOf(inside, key).includes(id) && !idsOf(earlier, key).includes(id);
  const places = exchanges.flatMap((exchange) => placesOf(exchange, member));
  const [outside, unclear] = (['outside', 'unclear'] as const).map(
    (place) => places.filter((each) => each === place).length,
  );
  const words = `${String(outside)} item(s) outside, the new one ${placed ? 'in' : 'not in'} its place`;
  if (outside !== 0 || !placed) return verdictOf(false, expected, words);
  if (unclear !== 0)
    return undetermined(expected, `${words}; ${String(unclear)} time(s) that cannot be read for certain`);
  return verdictOf(true, expected, words);
};

/** Where the creation time of each item (its member) lies, seen from the window of its request, a second about. */
export function placesOf(exchange: Exchange, member: string): readonly ('inside' | 'outside' | 'unclear')[] {
  const { query } = exchange.request;
  const after = Number(query['after'] ?? '0');
  const before = Number(query['before'] ?? String(Number.MAX_SAFE_INTEGER));
  return (items(exchange) ?? []).map((item) => {
    const time = creationTimeOf(itemMember(item, member));
    if (time === undefined) return 'unclear';
    if (time.seconds >= after - 1 && time.seconds <= before + 1) return 'inside';
    return time.certain ? 'outside' : 'unclear';
  });
}
