import { isWithinSpread, widestSpread } from '../../../contract/money/conversion-spread.js';
import type { Exchange } from '../../../trace/exchange.js';
import { ifEndSeen, inReading, numberArgument, undetermined, verdictOf, type Evaluate } from '../evaluate.js';
import { balancesOf, moneyWords, type Balances } from './balances-of.js';
import { creditOf } from './credited.js';

function readings(exchanges: readonly Exchange[]): readonly Balances[] {
  return exchanges.map(balancesOf).filter((balances) => balances !== undefined);
}

/** The distinct readings in the order they were seen, in words. */
export function sequenceInWords(readings: readonly Balances[]): string {
  return readings
    .map(moneyWords)
    .filter((words, index, all) => words !== all[index - 1])
    .join(' then ');
}

/**
 * Neither balance moves, then the ledger alone, then the available balance follows. The converted amount may differ from
 * the first ledger amount, so the end is judged by both balances meeting. Source: docs/funding-and-deposits.
 */
export const twoBalancesInOrder: Evaluate = ifEndSeen(({ exchanges }) => {
  const seen = readings(exchanges);
  const expected = 'unchanged, then ledger only, then both';
  const [first, final] = [seen[0], seen.at(-1)];
  if (first === undefined || final === undefined) return undetermined(expected, 'no balance read');
  const early = seen.some((now) => now.available > first.available && now.ledger === first.ledger);
  const ledgerOnly = seen.some((now) => now.ledger > first.ledger && now.available === first.available);
  const complete = final.available > first.available && final.ledger === final.available;
  const received = sequenceInWords(seen);
  if (early || !complete) return verdictOf(false, expected, received);
  return ledgerOnly
    ? verdictOf(true, expected, received)
    : undetermined(expected, `${received}; the middle was not seen`);
});

/** The available balance never rises before the ledger balance covers it. Source: docs/funding-and-deposits. */
export const neverAvailableBeforeLedger: Evaluate = ({ exchanges }) => {
  const seen = readings(exchanges);
  const expected = 'an available balance never above the ledger balance';
  if (seen.length < 2) return undetermined(expected, `${String(seen.length)} balance read(s)`);
  const early = seen.find((now) => now.available > now.ledger);
  return verdictOf(early === undefined, expected, early === undefined ? expected : moneyWords(early));
};

/**
 * Over the reads the balance ends `amount` above the start, as far as conversion leaves it (see `creditOf`), and is never further
 * above, but for a conversion that is corrected: that it comes there in one step no page says. A second credit could only show later,
 * so that at least one read must follow the one that showed it all.
 */
export const raisedOnceBy: Evaluate = ifEndSeen((evidence) => {
  const amount = numberArgument(evidence, 'amount');
  const seen = readings(evidence.exchanges);
  const expected = `both balances up by ${String(amount)} minor units, once`;
  const [first, final] = [seen[0], seen.at(-1)];
  if (first === undefined || final === undefined) return undetermined(expected, 'no balance read');
  const rises = seen.filter((now, index) => index > 0 && now.available > (seen[index - 1]?.available ?? 0)).length;
  const over = Math.max(...seen.map(({ available }) => available - first.available)) - amount;
  const exceeded = over > 0 && (rises > 1 || !isWithinSpread(over, amount, widestSpread));
  const credit = creditOf(riseOf(first, final), amount, evidence.exchanges);
  if (credit === 'otherwise' || exceeded) return verdictOf(false, expected, sequenceInWords(seen));
  if (credit === 'open') return undetermined(expected, `${sequenceInWords(seen)}; ${unlisted}`);
  const credited = seen.findIndex((now) => now.available >= final.available);
  if (credited === seen.length - 1)
    return undetermined(expected, `${sequenceInWords(seen)}; not read again after that`);
  return verdictOf(true, expected, sequenceInWords(seen));
});

/** Why a credit that is not far from what was sent decides nothing. */
const unlisted = 'no fee is listed for the difference, and how much a conversion may cost is not documented';

function riseOf(first: Balances, final: Balances): Balances {
  return { ledger: final.ledger - first.ledger, available: final.available - first.available };
}

/** The ledger's first move is exactly the simulated amount. Source: docs/simulation-endpoints. */
export const ledgerMovesByExactly: Evaluate = ifEndSeen((evidence) => {
  const amount = numberArgument(evidence, 'amount');
  const seen = readings(evidence.exchanges);
  const expected = `a ledger move of exactly ${String(amount)} minor units`;
  const first = seen[0];
  const moved = seen.find((now) => now.ledger !== first?.ledger);
  if (first === undefined) return undetermined(expected, 'no balance read');
  if (moved === undefined) return verdictOf(false, expected, 'no move');
  return verdictOf(
    moved.ledger - first.ledger === amount,
    expected,
    `a move of ${String(moved.ledger - first.ledger)}`,
  );
});

/**
 * Credited on both balances, as far as conversion leaves it (see `creditOf`), or not at all; which of the two is an open
 * question (C-07).
 */
export const creditedOrSuspended: Evaluate = ifEndSeen((evidence) => {
  const amount = numberArgument(evidence, 'amount');
  const seen = readings(evidence.exchanges);
  const expected = `credited by ${String(amount)} minor units, or untouched`;
  const [first, final] = [seen[0], seen.at(-1)];
  if (first === undefined || final === undefined) return undetermined(expected, 'no balance read');
  const rise = riseOf(first, final);
  if (rise.ledger === 0 && rise.available === 0)
    return inReading(verdictOf(true, expected, 'held in suspense'), 'C-07', 'suspended');
  const credit = creditOf(rise, amount, evidence.exchanges);
  if (credit === 'open') return undetermined(expected, `${sequenceInWords(seen)}; ${unlisted}`);
  const whole = rise.available === amount;
  const words = credit === 'as sent' && whole ? 'credited' : sequenceInWords(seen);
  return inReading(verdictOf(credit === 'as sent', expected, words), 'C-07', 'credited');
});

/** The last read shows no more than the control amount: the other deposit was not credited. */
export const onlyControlCredited: Evaluate = (evidence) => {
  const amount = numberArgument(evidence, 'controlAmount');
  const seen = readings(evidence.exchanges);
  const expected = `only the matched deposit of ${String(amount)} minor units credited`;
  const [first, final] = [seen[0], seen.at(-1)];
  if (first === undefined || final === undefined) return undetermined(expected, 'no balance read');
  const rise = final.ledger - first.ledger;
  if (rise < amount) return undetermined(expected, `the matched deposit is not credited yet: ${sequenceInWords(seen)}`);
  return verdictOf(rise === amount && final.available - first.available === amount, expected, sequenceInWords(seen));
};
