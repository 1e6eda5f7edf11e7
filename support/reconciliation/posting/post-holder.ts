import type { Opening, Reading } from '../facts/money-facts.js';
import { books, type Amounts, type Book, type HolderId } from '../holder.js';
import type { Leg } from '../movements/movement.js';
import { chooseLegs } from './choose-legs.js';
import { conversionIn } from './conversion-in.js';
import type { Conversion, HolderPosting, Part, PostedLeg, Residual } from './holder-posting.js';
import { partIn } from './part-in.js';

/** What is posted to one card or wallet. */
export interface HolderSources {
  readonly holder: HolderId;
  readonly opened: Opening | null;
  /** In the order of the recording. */
  readonly readings: readonly Reading[];
  readonly legs: readonly Leg[];
}

const zero: Amounts = { ledger: 0, available: 0 };

/**
 * Goes through the readings of one holder in order of time and posts what each one shows: first what had to be in it by
 * then, then what may have happened meanwhile. What is left over is a residual, and the next reading starts from there.
 */
export function postHolder({ holder, opened, readings, legs }: HolderSources): HolderPosting {
  const inTime = [...readings].sort(
    (left, right) => left.seen.from - right.seen.from || left.seen.order - right.seen.order,
  );
  const first = inTime[0] ?? null;
  const openingRead = opened === null ? first : null;
  const opening = openingRead === null ? zero : before(openingRead, legs);
  let open = [...legs];
  let base: Amounts = opening;
  const posted: PostedLeg[] = [];
  const residuals: Residual[] = [];
  const conversions: Conversion[] = [];
  const parts: Part[] = [];
  const moved = { ...zero };
  const post = (leg: Leg, entry: Omit<PostedLeg, 'leg' | 'delta'>, delta = leg.delta): void => {
    posted.push({ leg, delta, ...entry });
    open = open.filter((each) => each !== leg);
  };
  for (const [index, reading] of inTime.entries()) {
    const known = posted.length;
    const forced = open.filter(({ certain }) => certain !== null && certain.to <= reading.seen.from);
    for (const leg of forced) if (leg.certain !== null) post(leg, { seen: leg.certain, by: 'certain' });
    const due = add(base, sumOf(forced));
    const { chosen, left } = shownBy(reading, open, due);
    const conversion = conversionIn(chosen, left);
    for (const leg of chosen)
      post(leg, { seen: reading.seen, by: 'read' }, leg === conversion?.leg ? leg.delta + left.available : leg.delta);
    const part = conversion === null ? partIn(left, open) : null;
    if (part !== null) {
      post(part, { seen: reading.seen, by: 'read' }, left.available);
      const rest = { ...part, delta: part.delta - left.available, mayFrom: reading.seen.from };
      open.push(rest);
      parts.push({ leg: part, rest, reading });
    }
    const over =
      conversion === null
        ? { ...left, available: part === null ? left.available : 0 }
        : { ...left, available: 0, ledger: left.ledger - conversion.adjusted };
    if (conversion !== null) {
      conversions.push({ leg: conversion.leg, by: left.available, reading });
      if (conversion.adjusted === 0) open.push(conversion.later(reading.seen.from));
      else post(conversion.later(reading.seen.from), { seen: reading.seen, by: 'read' });
    }
    if (over.ledger !== 0 || over.available !== 0)
      residuals.push({
        holder,
        ...over,
        reading,
        before: inTime[index - 1] ?? null,
        chosen,
        forced,
        earlier: posted.slice(0, known),
        open: [...open],
      });
    base = reading;
    for (const { leg, delta } of posted.slice(known)) moved[leg.book] += delta;
  }
  const rest = open.filter(({ certain }) => certain !== null);
  for (const leg of rest) if (leg.certain !== null) post(leg, { seen: leg.certain, by: 'certain' });
  return {
    ...{ holder, opened, opening, openingRead, posted, residuals, conversions, parts, open },
    ...{ readings: inTime.length, last: inTime.at(-1) ?? null, moved, afterwards: sumOf(rest) },
  };
}

/** Which of the legs that may have happened a reading shows beside what is due by then, and what is left over. */
function shownBy(
  reading: Reading,
  open: readonly Leg[],
  due: Amounts,
): { readonly chosen: readonly Leg[]; readonly left: Amounts } {
  const choose = (book: Book, by = 0) => {
    const candidates = open.filter(
      (leg) => leg.book === book && leg.mayFrom <= reading.seen.to && !isAnnouncedOnly(leg, open),
    );
    const { legs, residual } = chooseLegs(candidates, reading[book] - due[book] - by);
    return { book, legs, residual: residual + by };
  };
  const alone = books.map((book) => choose(book));
  const by = alone.find(({ book }) => book === 'available')?.residual ?? 0;
  // What a conversion took from one balance it takes from the other; beside it there may be a fee.
  const along = choose('ledger', by);
  const found = alone.map((each) => (each.book === 'ledger' && by !== 0 && along.residual === by ? along : each));
  return {
    chosen: found.flatMap((choice) => choice.legs),
    left: amountsOf(found.map(({ book, residual }) => [book, residual])),
  };
}

/**
 * What a notice announces becomes available once its transfer has arrived, which raises the ledger balance first, and has cleared:
 * that takes time. Source: docs/funding-and-deposits.
 */
function isAnnouncedOnly({ book, movement }: Leg, open: readonly Leg[]): boolean {
  if (movement.kind !== 'bank-notice' || book === 'ledger') return false;
  return open.some((other) => other.movement === movement && other.book === 'ledger');
}

/** The balances of an older account before what had certainly moved when it was first read. */
function before(first: Reading, legs: readonly Leg[]): Amounts {
  const moved = sumOf(legs.filter(({ certain }) => certain !== null && certain.to <= first.seen.from));
  return { ledger: first.ledger - moved.ledger, available: first.available - moved.available };
}

function sumOf(legs: readonly Leg[]): Amounts {
  const sum = { ...zero };
  for (const { book, delta } of legs) sum[book] += delta;
  return sum;
}

function add(left: Amounts, right: Amounts): Amounts {
  return { ledger: left.ledger + right.ledger, available: left.available + right.available };
}

function amountsOf(entries: readonly (readonly [Book, number])[]): Amounts {
  return { ...zero, ...Object.fromEntries(entries) };
}
