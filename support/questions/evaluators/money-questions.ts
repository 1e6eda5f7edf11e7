import { fromDecimal } from '../../contract/money/decimal-amount.js';
import { amountTextForm, fromAmountText } from '../../contract/money/amount-text.js';
import type { Exchange, Json } from '../../trace/exchange.js';
import { asText, at, inWords, isAccepted, isRefused, items, requested } from '../../verdict/checks/answer.js';
import { balancesOf } from '../../verdict/checks/evaluators/balances-of.js';
import { after, before, callsOf, observed, type RowEvaluator } from '../row-evaluator.js';

/** The last balance read before a call, and the last of the scenario behind it. */
function balanceReads(exchanges: readonly Exchange[], call: Exchange | undefined) {
  const reads = (list: readonly Exchange[]) =>
    callsOf(list, 'getCardBalance').filter((read) => balancesOf(read) !== undefined);
  const [first, final] = [reads(before(exchanges, call)).at(-1), reads(after(exchanges, call)).at(-1)];
  const [start, end] = [first && balancesOf(first), final && balancesOf(final)];
  return start === undefined || end === undefined ? null : { first, final, start, end };
}

/**
 * C-07: whether the deposit of the scenario was credited. Untouched balances say "suspended" only where the scenario waited
 * to the end, which its own check tells.
 */
export const depositToInactiveCard: RowEvaluator = ({ exchanges, result }) => {
  const deposit = callsOf(exchanges, 'simulateCryptoDeposit').find(isAccepted);
  const waited = result.checks.some(({ id, outcome }) => id.startsWith('deposit-to-') && outcome === 'met');
  const seen = balanceReads(exchanges, deposit);
  if (seen === null || !waited) return [];
  const rise = seen.end.available - seen.start.available;
  const reading = rise > 0 ? 'credited' : 'suspended';
  return observed(reading, `available balance up by ${rise > 0 ? 'the deposit' : 'nothing'}`, [
    deposit,
    seen.first,
    seen.final,
  ]);
};

/** C-12: the ledger balance before and after notices without a transfer. */
export const noticeMovesLedger: RowEvaluator = ({ exchanges }) => {
  const notices = callsOf(exchanges, 'notifyCardBankDeposit').filter(isAccepted);
  const [start, end] = [balanceReads(exchanges, notices[0]), balanceReads(exchanges, notices.at(-1))];
  if (start === null || end === null) return [];
  const raised = end.end.ledger > start.start.ledger;
  const value = `ledger balance ${raised ? 'up' : 'unchanged'} after ${String(notices.length)} notice(s)`;
  return observed(raised ? 'trace-raises' : 'transfer-raises', value, [start.first, ...notices, end.final]);
};

/** C-13: whether a forced bank deposit was booked and cleared here. */
export const bankRailHere: RowEvaluator = ({ exchanges }) => {
  const deposit = callsOf(exchanges, 'simulateBankDeposit').find(isAccepted);
  const seen = balanceReads(exchanges, deposit);
  const cleared = seen !== null && seen.end.available > seen.start.available;
  return cleared ? observed('staging', 'booked and cleared', [deposit, seen.first, seen.final]) : [];
};

/** C-14: whether wallet movements asked for by card are those of the card. */
export const walletFilter: RowEvaluator = ({ exchanges }) =>
  callsOf(exchanges, 'listWalletTransactions').flatMap((list) => {
    const { cardId } = list.request.query;
    if (cardId === undefined) return [];
    if (isRefused(list)) return observed('refused', inWords(list), [list]);
    const found = items(list) ?? [];
    if (found.length === 0) return [];
    const own = found.every((item) => [at(item, '/cardId'), at(item, '/destinationId')].map(asText).includes(cardId));
    return observed(own ? 'filtered' : 'ignored', own ? "the card's movements only" : 'others among them', [list]);
  });

/** U-06: the text returned for a purchase whose amount is known, where it stands for that amount in one of the two forms. */
export const amountText: RowEvaluator = ({ exchanges }) => {
  const spend = callsOf(exchanges, 'simulateCardSpend').find(isAccepted);
  const sent = spend === undefined ? '' : asText(at(requested(spend), '/amount'));
  return callsOf(after(exchanges, spend), 'listCardTransactions').flatMap((list) => {
    const shown = asText(at(items(list)?.[0], '/amount'));
    const units = fromAmountText(shown);
    const form = amountTextForm(shown);
    if (sent === '' || form === undefined || Math.abs(units ?? NaN) !== fromDecimal(sent)) return [];
    return observed(form, `${sent} comes back as ${JSON.stringify(shown)}`, [spend, list]);
  });
};

/** The lists a deposit to a card could stand in, and the reading each of them is. */
const depositLists = {
  listWalletTransactions: 'wallet-list',
  listCardTransactions: 'card-list',
  listCardFees: 'fee-list',
} as const;

/** U-12: the list that holds a record of the amount deposited to the card of the scenario, once all three were read. */
export const depositRecord: RowEvaluator = ({ exchanges }) => {
  const deposit = callsOf(exchanges, 'simulateCryptoDeposit').find(isAccepted);
  const amount = deposit === undefined ? '' : asText(at(requested(deposit), '/amount'));
  const lists = Object.keys(depositLists).map((name) =>
    callsOf(after(exchanges, deposit), name).findLast((list) => items(list) !== undefined),
  );
  if (deposit === undefined || amount === '' || lists.includes(undefined)) return [];
  const holding = lists.filter((list) =>
    (items(list ?? deposit) ?? []).some((item) => isAmount(item, fromDecimal(amount))),
  );
  if (holding.length === 0) return observed('no-list', `no record of ${amount} in three lists`, [deposit, ...lists]);
  return holding.flatMap((list) => {
    const name = list?.operationId as keyof typeof depositLists;
    return observed(depositLists[name], `${amount} in ${name}`, [deposit, list]);
  });
};

function isAmount(item: Json, units: number): boolean {
  const amount = at(item, '/amount');
  return Math.abs(typeof amount === 'number' ? amount : (fromAmountText(asText(amount)) ?? NaN)) === units;
}
