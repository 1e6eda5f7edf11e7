import type { Exchange, Json } from '../../../trace/exchange.js';
import { asText, at, inWords, isRefused, items } from '../answer.js';
import { creationTimeOf } from '../creation-time.js';
import { undetermined, verdictOf, type Evaluate } from '../evaluate.js';

type Query = Exchange['request']['query'];

function ids(list: Exchange): readonly string[] {
  return (items(list) ?? []).map((item) => asText(at(item, '/transId')));
}

/** Items that show another value than was asked for, under the query's own name. */
function strangers(list: Exchange, name: string, wanted = list.request.query[name]): readonly Json[] {
  const shown = (item: Json) => at(item, `/${name}`);
  return (items(list) ?? []).filter(
    (item) => shown(item) !== undefined && shown(item) !== null && asText(shown(item)) !== wanted,
  );
}

/** A list in the order of creation it was asked for, as far as its times can be read. */
function inOrder(list: Exchange): boolean {
  const times = (items(list) ?? []).map((item) => creationTimeOf(at(item, '/dateCreated'))?.seconds);
  const sign = list.request.query['sort'] === 'desc' ? -1 : 1;
  return times.every((time, index) => {
    const before = index === 0 ? undefined : times[index - 1];
    return time === undefined || before === undefined || sign * (time - before) >= 0;
  });
}

/** What is wrong with the lists of one kind of query, in words; empty for nothing. */
type Rule = (known: readonly string[], lists: readonly Exchange[], all: Exchange) => string;

/** A purchase stands in the list of its own status, and not in those of all the others as well. */
const byStatus: Rule = (known, lists) => {
  const others = lists.flatMap((list) => strangers(list, 'transStatus')).length;
  const counts = known.map((id) => lists.filter((list) => ids(list).includes(id)).length);
  const lost = counts.filter((count) => count === 0).length;
  const everywhere = counts.filter((count) => count === lists.length).length;
  const wrong = others + lost + everywhere;
  return wrong === 0
    ? ''
    : `by status ${String(others)} of another, ${String(lost)} in no list, ${String(everywhere)} in all`;
};

/** Each known purchase is found, and none of another cardholder or, since this one has no other, of another card. */
const byOwner: Rule = (known, lists, all) => {
  const { cardId } = all.request.query;
  const others = lists.flatMap((list) => [
    ...strangers(list, 'cardholderId'),
    ...strangers(list, 'cardId', cardId),
  ]).length;
  const lost = lists.flatMap((list) => known.filter((id) => !ids(list).includes(id))).length;
  return others + lost === 0 ? '' : `by cardholder ${String(others)} of others, ${String(lost)} not found`;
};

/** The list of one number has that one purchase. */
const byNumber: Rule = (_, lists) => {
  const wrong = lists.filter((list) => ids(list).join(' ') !== list.request.query['transId']).length;
  return wrong === 0 ? '' : 'by number not that one purchase';
};

/** Both directions are obeyed; a target may know no order of purchases. */
const byTime: Rule = (_, lists) => {
  const wrong = lists.filter((list) => !isRefused(list) && !inOrder(list)).map(({ request }) => request.query['sort']);
  return wrong.length === 0 ? '' : `out of order ${wrong.join(', ')}`;
};

/** Which lists a rule is about, by what their queries have; the first that fits. */
const kinds: readonly (readonly [(query: Query) => boolean, Rule])[] = [
  [(query) => query['transStatus'] !== undefined, byStatus],
  [(query) => query['transId'] !== undefined, byNumber],
  [(query) => query['orderBy'] !== undefined, byTime],
  [(query) => query['cardholderId'] !== undefined, byOwner],
];

/**
 * The first list shows the purchases of a card; the others, of the same card and its cardholder, are asked for by status, by number,
 * by cardholder and in order. Each of those kinds has to be there. Source: reference/get_cards-transactions.
 */
export const purchasesFound: Evaluate = ({ exchanges }) => {
  const [all, ...asked] = exchanges;
  const expected = 'each list of what was asked for, in its order';
  if (all === undefined) return undetermined(expected, 'no list');
  const known = ids(all);
  const broken = asked.find(
    (list) => items(list) === undefined && !(isRefused(list) && list.request.query['orderBy'] !== undefined),
  );
  if (known.length < 2 || broken !== undefined) return undetermined(expected, inWords(broken ?? all));
  const kindOf = (list: Exchange) => kinds.findIndex(([fits]) => fits(list.request.query));
  const sorted = kinds.map(([, rule], index) => ({ rule, lists: asked.filter((list) => kindOf(list) === index) }));
  if (sorted.some(({ lists }) => lists.length === 0))
    return undetermined(expected, 'not every kind of list was asked for');
  const wrong = sorted.map(({ rule, lists }) => rule(known, lists, all)).filter((words) => words !== '');
  return verdictOf(wrong.length === 0, expected, wrong.length === 0 ? expected : wrong.join('; '));
};
