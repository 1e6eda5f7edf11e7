import type { AmountTextForm } from '../../contract/money/amount-text.js';
import { transactionStatus } from '../../verdict/checks/status-words.js';
import { unitsOf } from '../amount-form.js';
import type { ApiRecord, DataSet } from '../facts/data-set.js';
import type { MoneyFacts } from '../facts/facts-collector.js';
import type { DepositFact, SpendFact, TransferFact } from '../facts/money-facts.js';

/** Which record of the API belongs to which call. */
export interface MatchedRecords {
  readonly spends: ReadonlyMap<SpendFact, ApiRecord>;
  readonly transfers: ReadonlyMap<TransferFact, ApiRecord>;
  readonly deposits: ReadonlyMap<DepositFact, ApiRecord>;
  /** Card transactions and wallet movements that no call explains. */
  readonly unmatched: readonly ApiRecord[];
}

/** How a purchase and its record fit, best first. Each round takes what the ones before it left. */
const rounds: readonly ((spend: SpendFact, record: ApiRecord, units: number | null) => boolean)[] = [
  (spend, record, units) => units === spend.amount && (spend.wanted === 'decline') === isDeclined(record),
  (spend, _record, units) => units === spend.amount,
  // The amount itself may be what is wrong.
  (spend, record) => record.description !== '' && record.description === spend.merchantName,
];

/** Joins calls with the records that list them: transfers by id or label, purchases and deposits by account, order and amount. */
export function matchRecords(facts: MoneyFacts, form: AmountTextForm | null): MatchedRecords {
  const left = new Set(inOrder(facts.records));
  const take = <Fact>(facts: readonly Fact[], fits: (fact: Fact, record: ApiRecord) => boolean, dataSet: DataSet) =>
    facts.flatMap((fact): [Fact, ApiRecord][] => {
      const found = [...left].find((record) => record.dataSet === dataSet && fits(fact, record));
      if (found === undefined) return [];
      left.delete(found);
      return [[fact, found]];
    });
  // A call that was made again has the label of the one before it: ids come first, and what was refused last.
  const isRefused = ({ outcome }: TransferFact): boolean => outcome === 'refused';
  const open = facts.transfers.filter((transfer) => !isRefused(transfer));
  const transfers = [
    ...take(facts.transfers, isNamed, 'wallet-transactions'),
    ...take(open, isLabelled, 'wallet-transactions'),
    ...take(facts.transfers.filter(isRefused), isLabelled, 'wallet-transactions'),
  ];
  const spends = new Map<SpendFact, ApiRecord>();
  for (const fits of rounds) {
    const open = facts.spends.filter((spend) => spend.outcome !== 'refused' && !spends.has(spend));
    const found = take(
      open,
      (spend, record) =>
        record.holders.includes(spend.holder) &&
        spend.seen.order < record.seen.order &&
        fits(spend, record, unitsOf(record, form)),
      'card-transactions',
    );
    for (const [spend, record] of found) spends.set(spend, record);
  }
  const deposits = take(
    facts.deposits.filter(({ rail }) => rail === 'bank'),
    (deposit, record) => record.source === null && isOnly(record, deposit) && unitsOf(record, form) === deposit.amount,
    'wallet-transactions',
  );
  const unmatched = [...left].filter(({ dataSet }) => dataSet !== 'card-fees');
  return { spends, transfers: new Map(transfers), deposits: new Map(deposits), unmatched };
}

/** True for a record that says the purchase was declined or failed. */
export function isDeclined({ status }: ApiRecord): boolean {
  return status === transactionStatus.Declined || status === transactionStatus.Error;
}

/** True for a record that says the purchase was posted. */
export function isPosted({ status }: ApiRecord): boolean {
  return status === transactionStatus.Cleared || status === transactionStatus.Completion;
}

/** Ids start over on another Program, so that whoever the record names must be one of the two; it may name its wallet alone. */
function isNamed({ transId, source, destination }: TransferFact, record: ApiRecord): boolean {
  if (transId === null || record.id !== transId) return false;
  return record.holders.every((holder) => holder === source || holder === destination);
}

/** Where no answer told the id, the run's own label is the key. */
function isLabelled({ transId, description, ...transfer }: TransferFact, record: ApiRecord): boolean {
  if (transId !== null || description === '') return false;
  return record.description === description && isBetween(transfer, record);
}

function isBetween({ source, destination }: Pick<TransferFact, 'source' | 'destination'>, record: ApiRecord): boolean {
  return (record.source === null || record.source === source) && record.holders.includes(destination);
}

function isOnly({ holders }: ApiRecord, { holder }: DepositFact): boolean {
  return holders.length === 1 && holders[0] === holder;
}

function inOrder(records: readonly ApiRecord[]): ApiRecord[] {
  return [...records].sort(
    (left, right) =>
      (left.createdSeconds ?? 0) - (right.createdSeconds ?? 0) ||
      left.id.localeCompare(right.id, 'en', { numeric: true }) ||
      left.seen.order - right.seen.order,
  );
}
