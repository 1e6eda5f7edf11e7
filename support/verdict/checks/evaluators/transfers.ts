import type { Exchange } from '../../../trace/exchange.js';
import type { CheckFinding } from '../../check.js';
import { answered, asText, at, inWords, isAccepted, isRefused, items } from '../answer.js';
import { numberArgument, textArgument, undetermined, verdictOf, type Evaluate } from '../evaluate.js';
import { transferStatus } from '../status-words.js';
import { movedByOthers } from './moved-by-others.js';
import { riseOf } from './shown-balance.js';

/** The rise of each account, in the order of their paths. */
type Rises = readonly number[];

/** What must hold of the rises. */
interface RiseRule {
  readonly expected: string;
  readonly fits: (rises: Rises) => boolean;
  readonly words: (rises: Rises) => string;
  /** The available balance when not given. */
  readonly book?: 'ledger' | 'available';
}

/**
 * Judges what moved on accounts. Others may use a wallet of the Program at the same time: where the lists show their movements, the
 * rule is put to the rest, and what does not fit then decides nothing.
 */
function judgeRises(exchanges: readonly Exchange[], paths: readonly string[], rule: RiseRule): CheckFinding {
  const rises = paths.map((path) => riseOf(exchanges, path, rule.book));
  if (!rises.every((rise) => rise !== undefined)) return undetermined(rule.expected, 'a side was not read twice');
  const received = rule.words(rises);
  const others = paths.map((path) => movedByOthers(exchanges, path));
  const count = others.reduce((total, each) => total + each.count, 0);
  if (rule.fits(rises) || count === 0) return verdictOf(rule.fits(rises), rule.expected, received);
  const rest = rises.map((rise, index) => rise - (others[index]?.units ?? 0));
  const used = `${received}, with ${String(count)} movement(s) of others`;
  return rule.fits(rest)
    ? verdictOf(true, rule.expected, `${used}; without them ${rule.words(rest)}`)
    : undetermined(rule.expected, `${used} meanwhile`);
}

/** The transfer's status is one of the documented five. Source: docs/accounts-wallets-and-deposit-addresses. */
export const statusKnown: Evaluate = ({ exchanges }) => {
  const expected = 'a transfer status of 0 to 4, or a refusal';
  const answers = exchanges.filter((exchange) => exchange.operationId === 'transferFromWallet');
  if (answers.length === 0) return undetermined(expected, 'no transfer');
  const wordless = answers.find((exchange) => !isAccepted(exchange) && !isRefused(exchange));
  if (wordless !== undefined) return undetermined(expected, inWords(wordless));
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
  return judgeRises(evidence.exchanges, [textArgument(evidence, 'source'), textArgument(evidence, 'destination')], {
    expected: `the source down by what the destination is up, at most ${String(amount)} minor units`,
    fits: ([down = NaN, up = NaN]) => up === -down && up >= 0 && up <= amount,
    words: ([down = NaN, up = NaN]) => `source ${String(down)}, destination +${String(up)}`,
  });
};

/** Bounds on what may have moved, in parts of the amount, by status; a pending transfer may still end in any way. */
const moved: Readonly<Record<number, (share: number) => boolean>> = {
  [transferStatus.Pending]: (share) => share >= 0 && share <= 1,
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
  if (answer === undefined || !(isAccepted(answer) || isRefused(answer)))
    return undetermined(expected, 'no clear answer');
  const status = at(answered(answer), '/transStatus');
  const fits = isRefused(answer) ? (share: number) => share === 0 : moved[Number(asText(status) || 'none')];
  if (fits === undefined) return undetermined(expected, 'a status nobody knows');
  const word = isRefused(answer) ? 'refused' : `status ${asText(status)}`;
  return judgeRises(evidence.exchanges, [textArgument(evidence, 'destination')], {
    expected,
    fits: ([up = NaN]) => fits(up / amount),
    words: ([up = NaN]) => `${word}, ${String(up)} of ${String(amount)} moved`,
  });
};

/** Neither balance of the wallet (argument `source`) moved. */
export const nothingLeft: Evaluate = (evidence) => {
  const expected = 'balances that do not move';
  const judge = (book: 'ledger' | 'available') =>
    judgeRises(evidence.exchanges, [textArgument(evidence, 'source')], {
      ...{ expected, book },
      fits: ([rise = NaN]) => rise === 0,
      words: ([rise = NaN]) => (rise === 0 ? expected : `the ${book} balance moved by ${String(rise)}`),
    });
  const available = judge('available');
  return available.outcome === 'met' ? judge('ledger') : available;
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
