import { toDecimal } from '../../contract/money/decimal-amount.js';
import { isWithinSpread, nearZeroSpread } from '../../contract/money/conversion-spread.js';
import type { Movement } from '../movements/movement.js';
import type { HolderPosting } from '../posting/holder-posting.js';
import { differenceOf, type MoneyDifference } from './money-difference.js';
import type { Reconciled } from './reconciled.js';

/** Deposits that did not arrive in time, and conversions that credited another amount. */
export function depositDifferences(all: Reconciled, explained: ReadonlySet<string>): MoneyDifference[] {
  return [...all.postings.values()].flatMap((posting) => [
    ...posting.conversions.filter(isUnusual).map((conversion) => spreadOf(conversion, posting)),
    ...posting.parts.map((part) => partOf(part, posting)),
    ...posting.parts.flatMap((part) => restMissing(part, posting, all)),
    ...missing(posting, all).filter(({ movements }) => !movements.some((id) => explained.has(id))),
  ]);
}

/** Only a read that came after the time for it can say that money has not arrived; before that it is on its way. */
function missing({ holder, open, last }: HolderPosting, { patienceMs }: Reconciled): MoneyDifference[] {
  const waiting = new Set<Movement>(
    open.filter(({ rule }) => rule.id === 'deposit-booked').map(({ movement }) => movement),
  );
  return [...waiting].flatMap((movement) => {
    if (!movement.accepted || last === null || last.seen.from - movement.cause.to < patienceMs) return [];
    return [
      differenceOf(movement.mayStay ? 'deposit-maybe-suspended' : 'deposit-not-arrived', {
        holders: [holder],
        movements: [movement.id],
        amount: movement.amount === null ? null : -movement.amount,
        exchangeIds: [movement.cause.exchangeId, last.seen.exchangeId],
        message: `${movement.words} is not on its ledger balance ${String(Math.round((last.seen.from - movement.cause.to) / 1000))} s later`,
      }),
    ];
  });
}

/**
 * A spread is documented for what is exchanged at a price; a stablecoin's is near zero, so that one is worth a look, and so is
 * more than the asset lets expect.
 */
function isUnusual({ leg, by }: HolderPosting['conversions'][number]): boolean {
  const { spread } = leg.movement;
  return spread <= nearZeroSpread || !isWithinSpread(by, leg.delta, spread);
}

function spreadOf(
  { leg, by, reading }: HolderPosting['conversions'][number],
  { holder }: HolderPosting,
): MoneyDifference {
  const { movement } = leg;
  return differenceOf('conversion-spread', {
    holders: [holder],
    movements: [movement.id],
    amount: by,
    exchangeIds: [movement.cause.exchangeId, reading.seen.exchangeId],
    message: `${movement.words} became available as ${toDecimal(leg.delta + by)}: conversion changed it by ${toDecimal(by)}`,
  });
}

function partOf({ leg, rest, reading }: HolderPosting['parts'][number], { holder }: HolderPosting): MoneyDifference {
  return differenceOf('released-in-parts', {
    holders: [holder],
    movements: [leg.movement.id],
    amount: leg.delta - rest.delta,
    exchangeIds: [leg.movement.cause.exchangeId, reading.seen.exchangeId],
    message: `Of ${leg.movement.words} ${toDecimal(leg.delta - rest.delta)} became available, and ${toDecimal(rest.delta)} was still to come`,
  });
}

/** What is left of a deposit that became available in part has as long to come as a deposit has. */
function restMissing(
  { rest, reading }: HolderPosting['parts'][number],
  { holder, open, last }: HolderPosting,
  { patienceMs }: Reconciled,
): MoneyDifference[] {
  if (!open.includes(rest) || last === null || last.seen.from - reading.seen.to < patienceMs) return [];
  const { movement } = rest;
  return [
    differenceOf('deposit-not-arrived', {
      holders: [holder],
      movements: [movement.id],
      amount: -rest.delta,
      exchangeIds: [movement.cause.exchangeId, last.seen.exchangeId],
      message: `${toDecimal(rest.delta)} of ${movement.words} is not available ${String(Math.round((last.seen.from - reading.seen.to) / 1000))} s after the rest of it`,
    }),
  ];
}
