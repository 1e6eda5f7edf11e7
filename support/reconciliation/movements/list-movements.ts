import type { AmountTextForm } from '../../contract/money/amount-text.js';
import { toDecimal } from '../../contract/money/decimal-amount.js';
import { unitsOf } from '../amount-form.js';
import type { ApiRecord } from '../facts/data-set.js';
import type { MoneyFacts } from '../facts/facts-collector.js';
import type { DepositFact, NoticeFact, SpendFact, TransferFact } from '../facts/money-facts.js';
import { isCard } from '../holder.js';
import { effectOfDeposit, mayStay, spreadOf } from './deposit-effects.js';
import { isDeclined, isPosted, type MatchedRecords } from './match-records.js';
import type { Movement, MovementEffect } from './movement.js';
import { resultOfTransfer } from './transfer-amount.js';

type Draft = Omit<Movement, 'id'>;

/** Everything movements are told from. */
export interface MovementSources {
  readonly facts: MoneyFacts;
  readonly form: AmountTextForm | null;
  readonly matched: MatchedRecords;
}

const plain = { source: null, record: null, held: null, mayStay: false, purchase: null, spread: 0 } as const;

/** Every movement of a run, in the order they were seen: what its calls caused, and what only the API's records show. */
export function listMovements(sources: MovementSources): Movement[] {
  const { facts, matched } = sources;
  const calls = [
    ...facts.deposits.map((deposit) => ofDeposit(deposit, sources)),
    ...facts.notices.map(ofNotice),
    ...facts.spends.map((spend) => ofSpend(spend, sources)),
    ...facts.transfers.map((transfer) => ofTransfer(transfer, sources)),
    ...matched.unmatched.flatMap((record) => ofRecord(record, sources)),
  ];
  const numbered = calls.sort((left, right) => left.cause.order - right.cause.order).map(numberFrom(1));
  const fees = facts.records.filter(({ dataSet }) => dataSet === 'card-fees');
  return [
    ...numbered,
    ...fees.flatMap((record) => ofFee(record, numbered, sources)).map(numberFrom(numbered.length + 1)),
  ];
}

function numberFrom(first: number) {
  return (draft: Draft, index: number): Movement => ({ id: `m-${String(first + index).padStart(4, '0')}`, ...draft });
}

function ofDeposit(deposit: DepositFact, { facts, matched }: MovementSources): Draft {
  const { rail, holder, amount, seen } = deposit;
  return {
    ...plain,
    kind: rail === 'crypto' ? 'crypto-deposit' : 'bank-deposit',
    ...{ effect: effectOfDeposit(deposit, facts), amount, holder, cause: seen },
    accepted: deposit.outcome === 'accepted',
    words: `${rail} deposit of ${toDecimal(amount)} to ${holder}`,
    listedIn: isCard(holder) ? null : 'wallet-transactions',
    record: matched.deposits.get(deposit) ?? null,
    mayStay: mayStay(deposit, facts),
    spread: spreadOf(deposit),
  };
}

/** A table raises the ledger balance at the notice, a sequence at the transfer: nothing is missed where it stays (C-12). */
function ofNotice({ holder, amount, outcome, seen }: NoticeFact): Draft {
  return {
    ...plain,
    kind: 'bank-notice',
    ...{ effect: outcome === 'refused' ? 'nothing' : 'moves', amount, holder, cause: seen },
    accepted: outcome === 'accepted',
    words: `notice of ${toDecimal(amount)} to ${holder}`,
    listedIn: null,
    mayStay: true,
  };
}

function ofSpend(spend: SpendFact, { matched, form }: MovementSources): Draft {
  const { holder, amount, seen } = spend;
  const record = matched.spends.get(spend) ?? null;
  const posted = postedAmount(spend, record, form);
  return {
    ...plain,
    kind: 'purchase',
    ...{ effect: effectOfSpend(spend, record), amount: posted ?? amount, holder, cause: seen, record },
    held: posted === null ? null : amount,
    accepted: record !== null || spend.outcome === 'accepted',
    words: `purchase of ${toDecimal(amount)} with ${holder}`,
    listedIn: 'card-transactions',
  };
}

/**
 * The amount a purchase was posted with where it is another than it was authorised for, which is legal; a slip of the decimal
 * point is not. Source: docs/fundamentals-card-transaction-lifecycle.
 */
function postedAmount({ amount }: SpendFact, record: ApiRecord | null, form: AmountTextForm | null): number | null {
  const listed = record === null || !isPosted(record) ? null : unitsOf(record, form);
  const slip = [10, 100].some((factor) => listed === amount * factor || (listed ?? 0) * factor === amount);
  return listed === null || listed === 0 || listed === amount || slip ? null : listed;
}

/** The record is the platform's word on a purchase; without one, only what was asked for is known. */
function effectOfSpend({ wanted, outcome }: SpendFact, record: ApiRecord | null): MovementEffect {
  if (outcome === 'refused') return 'nothing';
  if (record !== null) return isDeclined(record) ? 'nothing' : 'moves';
  return wanted === 'decline' ? 'nothing' : 'moves';
}

function ofTransfer(transfer: TransferFact, { facts, form, matched }: MovementSources): Draft {
  const { source, destination, seen } = transfer;
  const record = matched.transfers.get(transfer) ?? null;
  const { effect, amount } = resultOfTransfer(transfer, record, { facts, form });
  return {
    ...plain,
    kind: 'transfer',
    ...{ effect, amount, holder: destination, source, cause: seen, record },
    accepted: record !== null || transfer.outcome === 'accepted',
    words: `transfer of ${toDecimal(transfer.amount)} from ${source} to ${destination}`,
    listedIn: 'wallet-transactions',
  };
}

function ofRecord(record: ApiRecord, { form }: MovementSources): Draft[] {
  const holder = record.holders.find((each) => each !== record.source) ?? record.source;
  if (holder === null) return [];
  const amount = unitsOf(record, form);
  const effect = isDeclined(record) ? 'nothing' : amount === null ? 'unclear' : 'moves';
  return [
    {
      ...plain,
      kind: 'record-only',
      ...{ effect, amount, holder, source: record.source, cause: record.seen, record },
      accepted: true,
      words: `record ${record.id} of ${record.dataSet}`,
      listedIn: record.dataSet,
    },
  ];
}

function ofFee(record: ApiRecord, movements: readonly Movement[], { form }: MovementSources): Draft[] {
  const [named] = record.holders;
  const purchase = movements.find(
    (each) =>
      record.authRefNum !== '' &&
      each.record?.authRefNum === record.authRefNum &&
      (named === undefined || each.holder === named),
  );
  // No page says that a fee names its card: its reference does.
  const holder = named ?? purchase?.holder;
  if (holder === undefined) return [];
  const amount = unitsOf(record, form);
  return [
    {
      ...plain,
      kind: 'fee',
      ...{ effect: amount === null ? 'unclear' : 'moves', amount, holder, cause: record.seen, record },
      accepted: true,
      words: `fee ${record.id} of ${amount === null ? 'an amount that cannot be read' : toDecimal(amount)} on ${holder}`,
      listedIn: 'card-fees',
      purchase: purchase ?? null,
    },
  ];
}
