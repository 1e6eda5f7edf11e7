import { books, type HolderId } from '../holder.js';
import type { HolderPosting, Residual } from '../posting/holder-posting.js';
import { differenceOf, type MoneyDifference } from './money-difference.js';
import type { Reconciled } from './reconciled.js';
import { residualRules, residualWords, type Leftover, type Named } from './residual-rules.js';

/** Names every change of balance that the movements do not explain. */
export function nameResiduals(all: Reconciled): MoneyDifference[] {
  return [...all.postings.values()].flatMap((posting) => namesOf(posting, all));
}

function namesOf({ residuals }: HolderPosting, all: Reconciled): MoneyDifference[] {
  const leftovers = residuals.flatMap(split);
  const settled = new Set<Leftover>();
  return leftovers.flatMap((leftover, index) => {
    if (settled.has(leftover)) return [];
    const late = shownLater(leftover, leftovers.slice(index + 1));
    const found = late === null ? nameOf(leftover, all) : { code: 'booked-late' as const, movements: late.movements };
    if (late !== null) settled.add(late.by);
    return [worded(leftover, found, late?.by.residual.reading.seen.exchangeId)];
  });
}

/** Both balances off by the same amount are one matter, otherwise each is its own. */
function split(residual: Residual): Leftover[] {
  const off = books.filter((book) => residual[book] !== 0);
  const amounts = new Set(off.map((book) => residual[book]));
  return [...amounts].map((amount) => ({ residual, books: off.filter((book) => residual[book] === amount), amount }));
}

function nameOf(leftover: Leftover, all: Reconciled): Named {
  for (const rule of residualRules) {
    const found = rule(leftover, all);
    if (found !== null) return found;
  }
  throw new Error('no rule names this residual');
}

/** A settled movement that one read lacked and a later one showed: nothing is lost. */
function shownLater(leftover: Leftover, later: readonly Leftover[]) {
  const missing = leftover.residual.forced.filter(
    ({ book, delta }) => leftover.books.includes(book) && delta === -leftover.amount,
  );
  const by = later.find((each) => each.amount === -leftover.amount && each.books.join() === leftover.books.join());
  return missing.length === 0 || by === undefined ? null : { by, movements: missing.map(({ movement }) => movement) };
}

function worded(leftover: Leftover, found: Named, shownBy: string | undefined): MoneyDifference {
  const { residual, amount } = leftover;
  const others = found.movements.flatMap(({ holder, source }) => [holder, ...(source === null ? [] : [source])]);
  const holders: HolderId[] = [...new Set([residual.holder, ...others])];
  return differenceOf(found.code, {
    holders,
    movements: found.movements.map(({ id }) => id),
    amount,
    exchangeIds: [
      ...found.movements.map(({ cause }) => cause.exchangeId),
      residual.before?.seen.exchangeId,
      residual.reading.seen.exchangeId,
      shownBy,
    ],
    message: residualWords(leftover, found),
  });
}
