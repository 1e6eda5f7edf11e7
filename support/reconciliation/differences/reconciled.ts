import type { AmountTextForm } from '../../contract/money/amount-text.js';
import type { ApiRecord, CompleteRead, DataSet } from '../facts/data-set.js';
import type { MoneyFacts } from '../facts/facts-collector.js';
import type { Sighted } from '../facts/money-facts.js';
import { isCard, type HolderId } from '../holder.js';
import type { Movement } from '../movements/movement.js';
import type { HolderPosting } from '../posting/holder-posting.js';

/** Everything that differences are told from. */
export interface Reconciled {
  readonly facts: MoneyFacts;
  readonly form: AmountTextForm | null;
  readonly movements: readonly Movement[];
  readonly postings: ReadonlyMap<HolderId, HolderPosting>;
  /** ISO 4217 code of the Program's currency. */
  readonly currency: string;
  /** How long money may take to arrive or to be listed, milliseconds of the harness clock. */
  readonly patienceMs: number;
}

/** The last read of a data set to its end that covers a holder and a moment, and began after it; undefined for none. */
export function readAfter(
  { facts }: Pick<Reconciled, 'facts'>,
  dataSet: DataSet,
  holders: readonly HolderId[],
  moment: Sighted,
): CompleteRead | undefined {
  return coveringReads({ facts }, dataSet, holders, moment.targetSeconds).findLast(
    (read) => read.seen.from >= moment.to,
  );
}

/** As `readAfter`, for a record by its own time of creation: the target's clock says what came later. */
export function readSince(
  { facts }: Pick<Reconciled, 'facts'>,
  dataSet: DataSet,
  { holders, createdSeconds, seen }: ApiRecord,
): CompleteRead | undefined {
  return coveringReads({ facts }, dataSet, holders, createdSeconds).findLast(
    (read) => read.seen.from >= seen.to || (createdSeconds !== null && (read.seen.targetSeconds ?? 0) > createdSeconds),
  );
}

function coveringReads(
  { facts }: Pick<Reconciled, 'facts'>,
  dataSet: DataSet,
  holders: readonly HolderId[],
  seconds: number | null,
): CompleteRead[] {
  const scopes = new Set<string>(['program', ...holders, ...holders.flatMap((holder) => cardholderOf(holder, facts))]);
  return facts.completeReads
    .filter((read) => read.dataSet === dataSet && scopes.has(read.scope) && covers(read, seconds))
    .sort((left, right) => left.seen.order - right.seen.order);
}

function cardholderOf(holder: HolderId, { openings }: MoneyFacts): string[] {
  const cardholderId = isCard(holder) ? openings.get(holder)?.cardholderId : null;
  return cardholderId === null || cardholderId === undefined ? [] : [`cardholder:${cardholderId}`];
}

/** A window is compared on the target's own clock; without that clock's word it proves nothing. */
function covers({ after, before }: CompleteRead, seconds: number | null): boolean {
  if (after === null && before === null) return true;
  return seconds !== null && (after === null || after < seconds) && (before === null || before > seconds);
}
