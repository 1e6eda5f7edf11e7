import { toDecimal } from '../../contract/money/decimal-amount.js';
import { unitsOf } from '../amount-form.js';
import type { DataSet } from '../facts/data-set.js';
import type { Sighted } from '../facts/money-facts.js';
import { isCard, type Book, type HolderId } from '../holder.js';
import type { Leg, Movement, MovementEffect } from '../movements/movement.js';
import type { PostedLeg, Residual } from '../posting/holder-posting.js';
import type { DifferenceCode } from './difference-codes.js';
import { readAfter, type Reconciled } from './reconciled.js';

/** A residual on one balance, or on both by the same amount. */
export interface Leftover {
  readonly residual: Residual;
  readonly books: readonly Book[];
  /** Signed minor units. */
  readonly amount: number;
}

/** What a rule found: the kind of difference, and the movements it is about. */
export interface Named {
  readonly code: DifferenceCode;
  readonly movements: readonly Movement[];
}

type Rule = (leftover: Leftover, all: Reconciled) => Named | null;

const powers = [10, 100];

/** Data sets that can explain why a card has less. Source: docs/guide-reconcile-transactions-and-fees. */
const takingSets: readonly DataSet[] = ['card-transactions', 'card-fees'];

/** What a residual may be, most telling first; the last one always applies. */
export const residualRules: readonly Rule[] = [
  ({ residual }, { facts, form }) => {
    const unread = facts.records.some(
      (record) => record.holders.includes(residual.holder) && unitsOf(record, form) === null,
    );
    return unread ? { code: form === null ? 'amount-form-open' : 'amount-unreadable', movements: [] } : null;
  },
  // Coincidences prove nothing against the target while somebody else moves money on the account.
  ({ residual }, all) => (othersMayHaveMoved(residual, all) ? { code: 'other-party-moved', movements: [] } : null),
  named('partial-amount-unknown', ({ residual }, { movements }) =>
    movements.filter((each) => each.kind === 'transfer' && each.effect === 'unclear' && touches(each, residual.holder)),
  ),
  named('decimal-point-misplaced', ({ residual, books, amount }) => {
    const { chosen, forced, open } = residual;
    const booked = ofBooks([...chosen, ...forced], books).filter(({ delta }) => isPower(delta + amount, delta));
    return [...booked, ...ofBooks(open, books).filter(({ delta }) => isPower(amount, delta))].map(movementOf);
  }),
  ({ residual, books, amount }) => {
    const missing = ofBooks(residual.forced, books).find(({ delta }) => delta === -amount);
    return missing === undefined ? null : { code: missingCode(missing), movements: [missing.movement] };
  },
  named('booked-twice', ({ residual, books, amount }) => {
    const posted = [...residual.earlier.map((each: PostedLeg) => each.leg), ...residual.chosen, ...residual.forced];
    return ofBooks(posted, books)
      .filter(({ delta }) => delta === amount)
      .map(movementOf)
      .slice(-1);
  }),
  named('declined-moved-money', (leftover, all) => movedAllTheSame('nothing', leftover, all)),
  named('suspended-money-credited', (leftover, all) => movedAllTheSame('suspense', leftover, all)),
  named('wrong-account-credited', ({ residual, amount }, all) =>
    earlierOnes(all.movements, residual).filter((each) => isMissingElsewhere(each, residual.holder, amount, all)),
  ),
  ({ residual, books, amount }, all) => {
    const legs = ofBooks([...residual.chosen, ...residual.forced], books);
    const near = legs.filter(({ delta }) => Math.abs(amount) * 10 <= Math.abs(delta));
    if (near.length === 0) return null;
    const [bought] = near.filter(({ movement }) => movement.kind === 'purchase');
    const code = amount < 0 && bought !== undefined ? unreadOf(bought.movement, residual, all) : null;
    return { code: code ?? 'booked-wrong-amount', movements: near.map(movementOf) };
  },
  ({ residual: { before, earlier, chosen, forced } }) => {
    const fresh = before === null && [earlier, chosen, forced].every(({ length }) => length === 0);
    return fresh ? { code: 'opens-with-money', movements: [] } : null;
  },
  ({ residual }, { postings }) =>
    (postings.get(residual.holder)?.opened ?? null) === null ? { code: 'other-party-moved', movements: [] } : null,
  ({ residual, amount }, all) => {
    const isUnread = isUnreadSince((residual.before ?? residual.reading).seen, residual, all);
    // A new card has nothing to be given back before its first purchase, and nobody else knows it.
    const bought = earlierOnes(all.movements, residual).some(
      ({ kind, holder }) => kind === 'purchase' && holder === residual.holder,
    );
    return (amount < 0 || bought) && isCard(residual.holder) && isUnread
      ? { code: 'records-not-read', movements: [] }
      : null;
  },
  () => ({ code: 'balance-not-explained', movements: [] }),
];

/**
 * What was not read of why a purchase took more. A fee stands in its list as soon as its purchase is held; what comes after a
 * balance was read, such as a posting with another amount (docs/fundamentals-card-transaction-lifecycle), stands in no earlier list.
 */
function unreadOf({ cause }: Movement, residual: Residual, all: Reconciled): DifferenceCode | null {
  const { before, holder } = residual;
  if (before !== null && before.seen.order > cause.order)
    return isUnreadSince(before.seen, residual, all) ? 'records-not-read' : null;
  return readAfter(all, 'card-fees', [holder], cause) === undefined ? 'fees-not-read' : null;
}

/** True where one of the lists that can explain a fall was not read to its end after a moment. */
function isUnreadSince(moment: Sighted, { holder }: Residual, all: Reconciled): boolean {
  return takingSets.some((each) => readAfter(all, each, [holder], moment) === undefined);
}

/** The sentence of a residual. */
export function residualWords({ residual, books, amount }: Leftover, { code, movements }: Named): string {
  const { holder, reading, before } = residual;
  const shown = `ledger ${toDecimal(reading.ledger)}, available ${toDecimal(reading.available)}`;
  const previous =
    before === null ? '' : ` after ledger ${toDecimal(before.ledger)}, available ${toDecimal(before.available)}`;
  const about =
    movements.length === 0
      ? ''
      : ` (${code === 'wrong-account-credited' ? 'missing: ' : ''}${movements.map(({ words }) => words).join('; ')})`;
  const by = `${amount > 0 ? 'more' : 'less'} by ${toDecimal(Math.abs(amount))} on the ${books.join(' and the ')} balance`;
  return `${holder} shows ${shown}${previous}: ${by} than its movements explain${about}`;
}

function named(code: DifferenceCode, find: (leftover: Leftover, all: Reconciled) => readonly Movement[]): Rule {
  return (leftover, all) => {
    const movements = find(leftover, all);
    return movements.length === 0 ? null : { code, movements: [...new Set(movements)] };
  };
}

/** What Cleared means for the ledger balance is not documented (C-15); what a purchase holds is. */
function missingCode({ movement, holder, book }: Leg): DifferenceCode {
  if (movement.kind !== 'transfer') return book === 'ledger' ? 'cleared-still-on-ledger' : 'confirmed-not-booked';
  return movement.source === holder ? 'transfer-without-debit' : 'transfer-without-credit';
}

function ofBooks(legs: readonly Leg[], books: readonly Book[]): readonly Leg[] {
  return legs.filter(({ book }) => books.includes(book));
}

function movementOf({ movement }: Leg): Movement {
  return movement;
}

function isPower(observed: number, delta: number): boolean {
  return powers.some((power) => observed === delta * power || observed * power === delta);
}

function earlierOnes(movements: readonly Movement[], { reading }: Residual): readonly Movement[] {
  return movements.filter(({ cause }) => cause.order < reading.seen.order);
}

/** Movements that should have moved nothing and did, alone or together with one that was on its way. */
function movedAllTheSame(
  effect: MovementEffect,
  { residual, books, amount }: Leftover,
  { movements }: Reconciled,
): Movement[] {
  const { holder, open } = residual;
  const suspects = earlierOnes(movements, residual).filter((each) => each.effect === effect);
  const alone = suspects.filter((each) => effectOn(each, holder) === amount);
  if (alone.length > 0) return alone;
  return ofBooks(open, books).flatMap(({ delta, movement }) => {
    const together = suspects.find((each) => effectOn(each, holder) === amount - delta);
    return together === undefined ? [] : [together, movement];
  });
}

/**
 * True for an account that was there before the run where somebody else may have moved money: a record shows that somebody does,
 * or nobody looked, from one scenario to another.
 */
function othersMayHaveMoved(
  { holder, before, reading }: Residual,
  { facts, movements, postings }: Reconciled,
): boolean {
  if ((postings.get(holder)?.opened ?? null) !== null) return false;
  if (before !== null && before.seen.scenario !== reading.seen.scenario) return true;
  const ours = new Set(facts.transfers.map(({ description }) => description));
  return movements.some(
    (each) => each.kind === 'record-only' && touches(each, holder) && !ours.has(each.record?.description ?? ''),
  );
}

function touches({ holder, source }: Movement, wanted: HolderId): boolean {
  return holder === wanted || source === wanted;
}

/** What a movement that moved nothing would have done to a balance of a holder, signed. */
function effectOn({ kind, holder, source, amount }: Movement, wanted: HolderId): number | null {
  if (amount === null || (holder !== wanted && source !== wanted)) return null;
  const pays = source === wanted || (source === null && (kind === 'purchase' || kind === 'fee'));
  return pays ? -amount : amount;
}

/** True for money of that amount which should have come to another account and did not. */
function isMissingElsewhere(movement: Movement, here: HolderId, amount: number, { postings }: Reconciled): boolean {
  if (movement.holder === here || movement.source === here || movement.amount !== amount) return false;
  const there = postings.get(movement.holder);
  if (there === undefined) return false;
  return (
    there.open.some((leg) => leg.movement === movement) ||
    there.residuals.some(({ forced }) => forced.some((leg) => leg.movement === movement && leg.delta === amount))
  );
}
