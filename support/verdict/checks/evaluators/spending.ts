import type { Exchange, Json } from '../../../trace/exchange.js';
import { amountTextForm, fromAmountText } from '../../../contract/money/amount-text.js';
import { inReading, numberArgument, undetermined, verdictOf, type Evaluate } from '../evaluate.js';
import { transactionStatus } from '../status-words.js';
import { balancesOf } from './balances-of.js';
import { finalList, statusOf, sumOf, textOf as text } from './listed-amounts.js';

/**
 * A fee shares the authRefNum of the foreign purchase, and no two of one kind do: other kinds may stand beside the FX fee.
 * Sources: docs/transactions-and-fees, docs/guide-reconcile-transactions-and-fees.
 */
export const feeBesideForeignSpend: Evaluate = ({ exchanges }) => {
  const [spends, fees] = [finalList(exchanges, 'listCardTransactions'), finalList(exchanges, 'listCardFees')];
  const expected = 'one fee of a kind with the authRefNum of the purchase';
  const reference = spends?.[0] === undefined ? '' : text(spends[0], 'authRefNum');
  if (fees === undefined || reference === '') return undetermined(expected, 'no purchase or no fee list read');
  const kinds = fees.filter((fee) => text(fee, 'authRefNum') === reference).map((fee) => text(fee, 'feeType'));
  const once = kinds.length > 0 && new Set(kinds).size === kinds.length;
  return verdictOf(once, expected, `${String(kinds.length)} fee(s)${once ? '' : ` of kind ${kinds.join(', ')}`}`);
};

/** No fee with a reference is without its transaction. Source: docs/guide-reconcile-transactions-and-fees. */
export const everyFeeJoined: Evaluate = ({ exchanges }) => {
  const [spends, fees] = [finalList(exchanges, 'listCardTransactions'), finalList(exchanges, 'listCardFees')];
  const expected = 'a transaction for the authRefNum of every fee';
  if (spends === undefined || fees === undefined || fees.length === 0) return undetermined(expected, 'no fees read');
  const known = new Set(spends.map((spend) => text(spend, 'authRefNum')));
  const orphans = fees.filter((fee) => text(fee, 'authRefNum') !== '' && !known.has(text(fee, 'authRefNum'))).length;
  return verdictOf(orphans === 0, expected, `${String(orphans)} of ${String(fees.length)} fees without one`);
};

/** A declined purchase is listed as such, or among those asked for by that status. */
export const declinedListed: Evaluate = ({ exchanges }) => {
  const spends = finalList(exchanges, 'listCardTransactions');
  const expected = 'a declined transaction (4)';
  if (spends === undefined) return undetermined(expected, 'no list read');
  const statuses = spends.map((spend) => statusOf(spend, exchanges));
  const declined = statuses.filter((status) => status === transactionStatus.Declined).length;
  const words = `${String(declined)} of ${String(spends.length)}`;
  const asked = exchanges.some(({ request }) => request.query['transStatus'] === String(transactionStatus.Declined));
  if (declined === 0 && !asked && statuses.includes(undefined))
    return undetermined(expected, `${words}, without a status on some`);
  return verdictOf(declined === 1, 'one declined transaction (4)', words);
};

/**
 * The text of a known purchase (argument `amount`, minor units) reads as that amount in one of the two open forms. A posted
 * amount may differ from the pending one: then the balance before and after must have moved by what is listed.
 * Sources: docs/accounts-wallets-and-deposit-addresses, docs/fundamentals-card-transaction-lifecycle.
 */
export const amountFormEstablished: Evaluate = (evidence) => {
  const amount = numberArgument(evidence, 'amount');
  const spend = finalList(evidence.exchanges, 'listCardTransactions')?.[0];
  const expected = `${String(amount)} minor units, as a literal or a decimal-implied text`;
  if (spend === undefined) return undetermined(expected, 'no transaction read');
  const form = amountTextForm(text(spend, 'amount'));
  if (form === undefined) return verdictOf(false, expected, 'a text of neither form');
  // Whether a purchase has a sign is not documented, and that is not what is asked.
  const listed = Math.abs(fromAmountText(text(spend, 'amount')) ?? Number.NaN);
  const words = `${form}: ${text(spend, 'amount')}`;
  const isPosted = posted.includes(statusOf(spend, evidence.exchanges));
  if (listed === amount || !isPosted) return inReading(verdictOf(listed === amount, expected, words), 'U-06', form);
  const moved = takenBetween(evidence.exchanges);
  if (moved === undefined) return undetermined(expected, `${words}; posted, and no balance tells what was taken`);
  if (listed < moved) return undetermined(expected, `${words}; posted, and ${String(moved)} taken`);
  return inReading(verdictOf(listed === moved, expected, `${words}; posted, and ${String(moved)} taken`), 'U-06', form);
};

/** Statuses of a purchase that has been posted. Source: docs/accounts-wallets-and-deposit-addresses. */
const posted: readonly unknown[] = [transactionStatus.Cleared, transactionStatus.Completion];

/** What the available balance lost between the first and the last read; undefined for fewer than two. */
function takenBetween(exchanges: readonly Exchange[]): number | undefined {
  const seen = exchanges.map(balancesOf).filter((balances) => balances !== undefined);
  const [first, final] = [seen[0], seen.at(-1)];
  return first === undefined || final === undefined || seen.length < 2 ? undefined : first.available - final.available;
}

/** The three data sets. Source: docs/transactions-and-fees. */
const dataSets = ['listCardTransactions', 'listCardFees', 'listWalletTransactions'] as const;

/** All three data sets were asked for with the same `before` and `after`. Source: docs/guide-reconcile-transactions-and-fees. */
export const oneWindow: Evaluate = ({ exchanges }) => {
  const expected = 'one before and one after on all three data sets';
  const asked = dataSets.map((name) => exchanges.findLast(({ operationId }) => operationId === name)?.request.query);
  const bounds = asked.map((query) => `${query?.['after'] ?? 'none'} to ${query?.['before'] ?? 'none'}`);
  if (asked.includes(undefined)) return undetermined(expected, 'a data set was not read');
  const same = new Set(bounds).size === 1 && !bounds.some((words) => words.includes('none'));
  return verdictOf(same, expected, bounds.join(', '));
};

/** No record stands in two of the three data sets. Source: docs/transactions-and-fees. */
export const setsDisjoint: Evaluate = ({ exchanges }) => {
  const lists = dataSets.map((name) => finalList(exchanges, name));
  const expected = 'no record in two of the three data sets';
  if (lists.includes(undefined)) return undetermined(expected, 'a data set was not read');
  const ids = lists.flatMap((list) => [...new Set((list ?? []).map((item) => text(item, 'transId')))]);
  const named = ids.filter((id) => id !== '');
  if (lists.slice(0, 2).some((list) => list?.length === 0) || named.length === 0)
    return undetermined(expected, 'nothing to compare: no purchase, no fee or no id');
  const shared = named.length - new Set(named).size;
  return verdictOf(shared === 0, expected, `${String(shared)} shared`);
};

/** Where deposits to a card are recorded is open (U-12): the one that funded it may stand among its transactions. */
function isFunding(item: Json, funded: number): boolean {
  return Math.abs(fromAmountText(text(item, 'amount')) ?? Number.NaN) === funded;
}

/**
 * Funding less purchases that went through less fees is the closing balance (argument `funded`, minor units).
 * Source: docs/guide-reconcile-transactions-and-fees; the guide's own equation is not in reach (U-12).
 */
export const balanceExplained: Evaluate = (evidence) => {
  const funded = numberArgument(evidence, 'funded');
  const spends = finalList(evidence.exchanges, 'listCardTransactions')?.filter((item) => !isFunding(item, funded));
  const fees = finalList(evidence.exchanges, 'listCardFees');
  const closing = evidence.exchanges.map(balancesOf).findLast((balances) => balances !== undefined);
  const expected = 'a closing balance equal to funding less purchases less fees';
  const statuses = new Map((spends ?? []).map((spend) => [spend, statusOf(spend, evidence.exchanges)]));
  const wentThrough = (spend: Json) => through.includes(statuses.get(spend));
  const spent = sumOf((spends ?? []).filter(wentThrough));
  const charged = sumOf(fees ?? []);
  if (spends === undefined || fees === undefined || closing === undefined)
    return undetermined(expected, 'a set is missing');
  if (spent === undefined || charged === undefined) return undetermined(expected, 'an amount text of neither form');
  const difference = closing.available - (funded - spent - charged);
  const words = `${String(funded)} - ${String(spent)} - ${String(charged)}, closing ${String(closing.available)}`;
  if (difference !== 0 && [...statuses.values()].includes(undefined))
    return undetermined(expected, `${words}, difference ${String(difference)}; some purchases show no status`);
  return verdictOf(difference === 0, expected, `${words}, difference ${String(difference)}`);
};

/** Statuses of a purchase that takes money; one that shows none may as well. */
const through: readonly unknown[] = [
  ...[transactionStatus.Pending, transactionStatus.Cleared, transactionStatus.Completion],
  undefined,
];
