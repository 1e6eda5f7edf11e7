import type { AmountTextForm } from '../../contract/money/amount-text.js';
import { transactionStatus } from '../../verdict/checks/status-words.js';
import { unitsOf } from '../amount-form.js';
import type { ApiRecord } from '../facts/data-set.js';
import type { MoneyFacts } from '../facts/facts-collector.js';
import type { MatchedRecords } from '../movements/match-records.js';
import type { DifferenceCode } from './difference-codes.js';
import { differenceOf, type MoneyDifference } from './money-difference.js';

/** A record that no call explains and that should not be where it is, with what it is about. */
export interface RecordDefect {
  readonly record: ApiRecord;
  readonly difference: MoneyDifference;
}

interface Setting {
  readonly facts: MoneyFacts;
  readonly matched: MatchedRecords;
  readonly form: AmountTextForm | null;
}

/** The exchange that shows the other side of the matter, and a sentence. */
interface Seen {
  readonly code: DifferenceCode;
  readonly other: string;
  readonly words: string;
}

/** What a card transaction without a purchase may really be, most telling first. Source: docs/transactions-and-fees. */
const rules: readonly ((record: ApiRecord, setting: Setting) => Seen | null)[] = [
  (record, { facts }) => {
    const transfer = facts.transfers.find(
      ({ transId, description, destination }) =>
        record.holders.includes(destination) &&
        (record.id === transId || (description !== '' && record.description === description)),
    );
    if (transfer === undefined) return null;
    const words = `the transfer ${transfer.transId ?? ''} to ${transfer.destination}`;
    return { code: 'transfer-among-card-transactions', other: transfer.seen.exchangeId, words };
  },
  (record, { facts, form }) => {
    const fee = facts.records.find(
      (each) =>
        each.dataSet === 'card-fees' &&
        (each.id === record.id || (each.authRefNum !== '' && each.authRefNum === record.authRefNum)) &&
        unitsOf(each, form) === unitsOf(record, form),
    );
    return fee === undefined
      ? null
      : { code: 'fee-among-card-transactions', other: fee.seen.exchangeId, words: `fee ${fee.id}` };
  },
  (record, { matched }) => {
    const purchase = [...matched.spends.values()].find(
      ({ authRefNum }) => authRefNum !== '' && authRefNum === record.authRefNum,
    );
    if (purchase === undefined) return null;
    const same = purchase.status === record.status;
    const code = same ? 'purchase-recorded-twice' : 'authorisation-and-completion-apart';
    return { code, other: purchase.seen.exchangeId, words: `the purchase of record ${purchase.id}` };
  },
  (record, { facts, form }) => {
    const deposit = facts.deposits.find(
      ({ holder, amount, seen }) =>
        record.holders.includes(holder) && amount === unitsOf(record, form) && seen.order < record.seen.order,
    );
    const words = `the deposit to ${deposit?.holder ?? ''}`;
    return deposit === undefined
      ? null
      : { code: 'deposit-among-card-transactions', other: deposit.seen.exchangeId, words };
  },
];

/** Card transactions that are something else, and should not move a balance of their own. */
export function recordDefects(setting: Setting): RecordDefect[] {
  const { matched, form } = setting;
  const spend = matched.unmatched.filter(
    ({ dataSet, status }) => dataSet === 'card-transactions' && status !== transactionStatus.Declined,
  );
  return spend.flatMap((record) => {
    for (const rule of rules) {
      const seen = rule(record, setting);
      if (seen === null) continue;
      const message = `Card transaction ${record.id} of ${record.holders.join(', ')} is ${seen.words}`;
      const details = { holders: record.holders, movements: [], amount: unitsOf(record, form), message };
      const exchangeIds = [seen.other, record.seen.exchangeId];
      return [{ record, difference: differenceOf(seen.code, { ...details, exchangeIds }) }];
    }
    return [];
  });
}
