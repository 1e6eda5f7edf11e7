import type { Exchange } from '../../../trace/exchange.js';
import { answered, asText, at, inWords, isAccepted, isRefused, items } from '../answer.js';
import { numberArgument, textArgument, undetermined, verdictOf, type Evaluate } from '../evaluate.js';
import { transferStatus } from '../status-words.js';
import { accountOf, shownBalance } from './shown-balance.js';

function readsOf(exchanges: readonly Exchange[], path: string): readonly Exchange[] {
  return exchanges.filter((exchange) => accountOf(exchange) === path && shownBalance(exchange) !== undefined);
}

function riseOf(exchanges: readonly Exchange[], path: string): number | undefined {
  const reads = readsOf(exchanges, path).map(shownBalance);
  const [first, final] = [reads[0], reads.at(-1)];
  return first === undefined || final === undefined || reads.length < 2 ? undefined : final.available - first.available;
}

/** The transfer's status is one of the documented five. Source: docs/accounts-wallets-and-deposit-addresses. */
export const statusKnown: Evaluate = ({ exchanges }) => {
  const expected = 'a transfer status of 0 to 4, or a refusal';
  const answers = exchanges.filter((exchange) => exchange.operationId === 'transferFromWallet');
  if (answers.length === 0) return undetermined(expected, 'no transfer');
  const known: readonly unknown[] = Object.values(transferStatus);
  const strange = answers.find(
    (exchange) => isAccepted(exchange) && !known.includes(at(answered(exchange), '/transStatus')),
  );
  return verdictOf(strange === undefined, expected, strange === undefined ? expected : inWords(strange));
};

/** The destination's available balance rose by exactly the amount (arguments `destination` and `amount`). */
export const destinationRose: Evaluate = (evidence) => {
  const amount = numberArgument(evidence, 'amount');
  const expected = `the destination up by ${String(amount)} minor units`;
  const rise = riseOf(evidence.exchanges, textArgument(evidence, 'destination'));
  if (rise === undefined) return undetermined(expected, 'the destination was not read twice');
  return verdictOf(rise === amount, expected, `up by ${String(rise)}`);
};

/** What left the source reached the destination, and never more than was asked for. */
export const movedMoneyReconciles: Evaluate = (evidence) => {
  const amount = numberArgument(evidence, 'amount');
  const expected = `the source down by what the destination is up, at most ${String(amount)} minor units`;
  const down = riseOf(evidence.exchanges, textArgument(evidence, 'source'));
  const up = riseOf(evidence.exchanges, textArgument(evidence, 'destination'));
  if (down === undefined || up === undefined) return undetermined(expected, 'a side was not read twice');
  return verdictOf(
    up === -down && up >= 0 && up <= amount,
    expected,
    `source ${String(down)}, destination +${String(up)}`,
  );
};

/** Bounds on what may have moved, in parts of the amount, by final status; a pending transfer may still move or not. */
const moved: Readonly<Record<number, (share: number) => boolean>> = {
  [transferStatus.Pending]: (share) => share === 0 || share === 1,
  [transferStatus.Approved]: (share) => share === 1,
  [transferStatus.Declined]: (share) => share === 0,
  [transferStatus.Partial]: (share) => share > 0 && share < 1,
  [transferStatus.Error]: (share) => share === 0,
};

/** What reached the destination fits the transfer's status word: all, part or nothing of the amount. */
export const movedMoneyFitsStatus: Evaluate = (evidence) => {
  const amount = numberArgument(evidence, 'amount');
  const expected = 'all moved when Approved, part when Partial, nothing when Declined, Error or refused';
  const answer = evidence.exchanges.findLast((exchange) => exchange.operationId === 'transferFromWallet');
  const up = riseOf(evidence.exchanges, textArgument(evidence, 'destination'));
  if (answer === undefined || up === undefined || !(isAccepted(answer) || isRefused(answer)))
    return undetermined(expected, 'no clear answer, or the destination was not read twice');
  const status = at(answered(answer), '/transStatus');
  const fits = isRefused(answer) ? (share: number) => share === 0 : moved[Number(asText(status) || 'none')];
  if (fits === undefined) return undetermined(expected, 'a status nobody knows');
  const word = isRefused(answer) ? 'refused' : `status ${asText(status)}`;
  return verdictOf(fits(up / amount), expected, `${word}, ${String(up)} of ${String(amount)} moved`);
};

/** The wallet's movements, read page by page, list the transfer by its id (argument `transId`). */
export const listedAmongMovements: Evaluate = (evidence) => {
  const transId = textArgument(evidence, 'transId');
  const read = evidence.exchanges.filter((exchange) => exchange.operationId === 'listWalletTransactions');
  const pages = read.flatMap((exchange) => items(exchange) ?? []);
  if (!read.some((exchange) => items(exchange) !== undefined))
    return undetermined('the transfer among the wallet movements', 'no list read');
  const found = pages.some((item) => asText(at(item, '/transId')) === transId);
  return verdictOf(found, 'the transfer among the wallet movements', found ? 'listed' : 'not listed');
};

/** The card's transactions do not list the transfer (argument `transId`). Source: docs/transactions-and-fees. */
export const absentFromCardTransactions: Evaluate = (evidence) => {
  const transId = textArgument(evidence, 'transId');
  const lists = evidence.exchanges.filter((exchange) => exchange.operationId === 'listCardTransactions').map(items);
  const list = lists.at(-1);
  if (list === undefined) return undetermined('no card transaction for the transfer', 'no list read');
  const found = list.some((item) => asText(at(item, '/transId')) === transId);
  return verdictOf(!found && list.length === 0, 'no card transaction', `${String(list.length)} card transaction(s)`);
};
