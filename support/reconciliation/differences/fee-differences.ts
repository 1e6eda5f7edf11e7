import type { Movement } from '../movements/movement.js';
import { differenceOf, type MoneyDifference } from './money-difference.js';
import { readAfter, readSince, type Reconciled } from './reconciled.js';
import { about } from './record-differences.js';

/** Holds fees and purchases against each other by authRefNum. Source: docs/guide-reconcile-transactions-and-fees. */
export function feeDifferences(all: Reconciled): MoneyDifference[] {
  const fees = all.movements.filter(({ kind }) => kind === 'fee');
  return [
    ...fees.flatMap((fee, index) => [...ofFee(fee, all), ...chargedTwice(fee, fees.slice(0, index))]),
    ...all.movements.flatMap((movement) => withoutFee(movement, fees, all)),
  ];
}

function ofFee(fee: Movement, all: Reconciled): MoneyDifference[] {
  const { purchase, record, cause } = fee;
  const exchangeIds = [cause.exchangeId, purchase?.cause.exchangeId];
  if (purchase !== null) {
    if (purchase.effect !== 'nothing') return [];
    return [
      differenceOf('fee-on-declined-purchase', {
        ...about(fee),
        exchangeIds,
        message: `${fee.words} belongs to a declined ${purchase.words}`,
      }),
    ];
  }
  if (record?.authRefNum === '') {
    return [
      differenceOf('fee-without-reference', { ...about(fee), exchangeIds, message: `${fee.words} names no purchase` }),
    ];
  }
  const read = record === null ? undefined : readSince(all, 'card-transactions', record);
  const message = `${fee.words} names a purchase that is ${read === undefined ? 'not known: the card transactions were not read to the end afterwards' : 'not in the card transactions'}`;
  const code = read === undefined ? 'records-not-read' : 'orphan-fee';
  return [differenceOf(code, { ...about(fee), exchangeIds: [...exchangeIds, read?.seen.exchangeId], message })];
}

function chargedTwice(fee: Movement, earlier: readonly Movement[]): MoneyDifference[] {
  const same = earlier.find(
    ({ purchase, record, amount }) =>
      purchase !== null &&
      purchase === fee.purchase &&
      record?.feeType === fee.record?.feeType &&
      amount === fee.amount,
  );
  if (same === undefined) return [];
  const exchangeIds = [same.cause.exchangeId, fee.cause.exchangeId];
  const message = `${fee.words} repeats ${same.words} for the same purchase`;
  return [differenceOf('fee-charged-twice', { ...about(fee), exchangeIds, message })];
}

/** A foreign purchase gives a transaction and an FX fee. Source: docs/transactions-and-fees. */
function withoutFee(movement: Movement, fees: readonly Movement[], all: Reconciled): MoneyDifference[] {
  const { kind, effect, cause, holder } = movement;
  const spend = all.facts.spends.find(({ seen }) => seen.exchangeId === cause.exchangeId);
  const foreign = spend !== undefined && spend.merchantCurrency !== null && spend.merchantCurrency !== all.currency;
  if (kind !== 'purchase' || effect !== 'moves' || !foreign || movement.record === null) return [];
  if (fees.some(({ purchase }) => purchase === movement)) return [];
  const read = readAfter(all, 'card-fees', [holder], cause);
  if (read === undefined) return [];
  const early = read.seen.from - cause.to < all.patienceMs;
  return [
    differenceOf(early ? 'read-too-early' : 'foreign-purchase-without-fee', {
      ...about(movement),
      amount: null,
      exchangeIds: [cause.exchangeId, read.seen.exchangeId],
      message: `${movement.words} in ${spend.merchantCurrency} has no fee in card-fees, read to the end afterwards`,
    }),
  ];
}
