import { fromAmountText } from '../../../contract/money/amount-text.js';
import type { Exchange, Json } from '../../../trace/exchange.js';
import { asText, at, items } from '../answer.js';

/** The items of the last list of an operation; undefined when none was read. */
export function finalList(exchanges: readonly Exchange[], operationId: string): readonly Json[] | undefined {
  const lists = exchanges.filter((exchange) => exchange.operationId === operationId).map(items);
  return lists.at(-1);
}

/** A member of a list item as text; empty when it has none. */
export function textOf(item: Json, member: string): string {
  return asText(at(item, `/${member}`));
}

/**
 * What the items of a list took together, minor units; undefined when an amount has neither open form. Whether purchases and
 * fees have a sign is not documented; both lists hold what was taken.
 */
export function sumOf(list: readonly Json[]): number | undefined {
  const amounts = list.map((item) => Math.abs(fromAmountText(textOf(item, 'amount')) ?? Number.NaN));
  return amounts.some(Number.isNaN) ? undefined : amounts.reduce((total, amount) => total + amount, 0);
}

/**
 * The status of a card transaction: its own, or the one it was filtered by in a list of the evidence. transStatus is documented
 * as a filter and not as a member; undefined where neither tells. Source: docs/accounts-wallets-and-deposit-addresses.
 */
export function statusOf(item: Json, exchanges: readonly Exchange[]): number | undefined {
  const own = at(item, '/transStatus');
  if (typeof own === 'number') return own;
  const asked = exchanges.find(
    (list) => 'transStatus' in list.request.query && (items(list) ?? []).some((other) => isSame(other, item)),
  );
  return asked === undefined ? undefined : Number(asked.request.query['transStatus']);
}

function isSame(one: Json, other: Json): boolean {
  return textOf(one, 'transId') !== '' && textOf(one, 'transId') === textOf(other, 'transId');
}
