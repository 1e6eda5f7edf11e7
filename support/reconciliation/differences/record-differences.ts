import { toDecimal } from '../../contract/money/decimal-amount.js';
import { unitsOf } from '../amount-form.js';
import type { ApiRecord } from '../facts/data-set.js';
import type { Movement } from '../movements/movement.js';
import type { DifferenceCode } from './difference-codes.js';
import { differenceOf, type MoneyDifference } from './money-difference.js';
import { readAfter, type Reconciled } from './reconciled.js';

/** Holds every movement against the data set that must list it, and every record against the movements. */
export function recordDifferences(all: Reconciled): MoneyDifference[] {
  return [
    ...all.movements.flatMap((movement) => [...missing(movement, all), ...amountDiffers(movement, all)]),
    ...all.movements.flatMap((movement) => [...unexpected(movement), ...outcomeDiffers(movement, all)]),
    ...all.facts.records.flatMap(listedTwice),
  ];
}

/** A transfer is listed at once; a purchase may take as long as money does. Sources: docs/guide-transfer-funds, U-08. */
const listedAtOnce: ReadonlySet<Movement['kind']> = new Set<Movement['kind']>(['transfer']);

function missing(movement: Movement, all: Reconciled): MoneyDifference[] {
  const { kind, effect, listedIn, record, cause, holder, source, accepted } = movement;
  if (listedIn === null || record !== null || !accepted || effect === 'nothing' || effect === 'suspense') return [];
  // A wallet lists a bank deposit once it is detected, and whether it was is only known from its balance.
  if (kind === 'bank-deposit' && all.postings.get(holder)?.open.some((leg) => leg.movement === movement) === true)
    return [];
  const read = readAfter(all, listedIn, source === null ? [holder] : [holder, source], cause);
  if (read === undefined) return [];
  const early = !listedAtOnce.has(kind) && read.seen.from - cause.to < all.patienceMs;
  return [
    differenceOf(early ? 'read-too-early' : 'missing-in-api', {
      ...about(movement),
      exchangeIds: [cause.exchangeId, read.seen.exchangeId],
      message: `${movement.words} is not in ${listedIn}, read to the end afterwards`,
    }),
  ];
}

function amountDiffers(movement: Movement, { form, facts }: Reconciled): MoneyDifference[] {
  const { kind, record, amount, cause } = movement;
  if (record === null || amount === null || kind === 'fee' || kind === 'record-only') return [];
  const listed = unitsOf(record, form);
  const exchangeIds = [cause.exchangeId, record.seen.exchangeId];
  if (movement.held !== null) {
    const message = `${movement.words} is posted with ${toDecimal(amount)} as record ${record.id}`;
    return [
      differenceOf('posted-amount-differs', {
        ...about(movement),
        amount: amount - movement.held,
        exchangeIds,
        message,
      }),
    ];
  }
  if (listed === null) return [unread(movement, record, facts.records.length > 0 && form === null)];
  // A movement may be listed with what was asked for or with what really moved, which is nothing for a declined one.
  const asked = facts.transfers.find(({ seen }) => seen.exchangeId === cause.exchangeId)?.amount;
  const moved = movement.effect === 'nothing' ? 0 : amount;
  if ([amount, asked, moved].includes(listed)) return [];
  const power = [10, 100].some((factor) => listed === amount * factor || listed * factor === amount);
  const message = `${movement.words} is listed with ${toDecimal(listed)} as record ${record.id}`;
  const code = power ? 'decimal-point-misplaced' : 'record-amount-differs';
  return [differenceOf(code, { ...about(movement), amount: listed - amount, exchangeIds, message })];
}

function unread(movement: Movement, record: ApiRecord, open: boolean): MoneyDifference {
  return differenceOf(open ? 'amount-form-open' : 'amount-unreadable', {
    ...about(movement),
    amount: null,
    exchangeIds: [record.seen.exchangeId],
    message: `The amount of record ${record.id} cannot be read, so ${movement.words} cannot be compared with it`,
  });
}

function unexpected(movement: Movement): MoneyDifference[] {
  if (movement.kind !== 'record-only' || movement.record === null) return [];
  const message = `${movement.record.dataSet} lists record ${movement.record.id} for ${movement.record.holders.join(', ')}, and no call of this run caused it`;
  return [differenceOf('not-caused-by-run', { ...about(movement), exchangeIds: [movement.cause.exchangeId], message })];
}

function outcomeDiffers(movement: Movement, { facts }: Reconciled): MoneyDifference[] {
  if (movement.kind !== 'purchase' || movement.effect !== 'moves') return [];
  const spend = facts.spends.find(({ seen }) => seen.exchangeId === movement.cause.exchangeId);
  // Whether a record shows its status is not documented: one without says nothing about the outcome.
  if (spend?.wanted !== 'decline' || movement.record?.status === null) return [];
  const exchangeIds = [movement.cause.exchangeId, movement.record?.seen.exchangeId];
  const message = `${movement.words} should be declined and is recorded as approved`;
  return [differenceOf('purchase-outcome-differs', { ...about(movement), exchangeIds, message })];
}

function listedTwice({ dataSet, id, holders, twiceIn }: ApiRecord): MoneyDifference[] {
  if (twiceIn === null) return [];
  const message = `Record ${id} stands twice in one page of ${dataSet}`;
  const code: DifferenceCode = 'record-listed-twice';
  return [differenceOf(code, { holders, movements: [], amount: null, exchangeIds: [twiceIn.exchangeId], message })];
}

/** What every difference of a movement has. */
export function about({ id, amount, holder, source }: Movement) {
  return { holders: source === null ? [holder] : [source, holder], movements: [id], amount };
}
