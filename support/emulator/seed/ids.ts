import type { Random } from './random.js';

/** First ids of each kind, of the size the vendor's examples show. Kinds never share a number. */
const firstIds = {
  cardholder: 10_000,
  card: 80_000,
  wallet: 3_000,
  deposit: 7_000,
  transfer: 91_000,
  ticket: 500,
  fee: 60_000,
  transaction: 4_100_000,
  challenge: 200,
} as const;

/** More than all first ids, so that no kind of one part shares a number with another kind of another. */
const perPart = 10_000_000;

/** Kinds of things that get a number. */
export type IdKind = keyof typeof firstIds;

/** Issues ids, platform-wide: two Programs never share one. */
export interface Ids {
  next(kind: IdKind): number;
  /** From here on numbers are those of a part of a divided run, which no other part gives. */
  beginPart(part: number): void;
}

/** Makes an issuer whose starts depend on the seed; `idOf` gives each id, from the usual one, and never one twice. */
export function createIds(random: Random, idOf: (usual: number) => number): Ids {
  const last = new Map<IdKind, number>();
  let ahead = 0;
  return {
    next(kind) {
      const previous = last.get(kind) ?? firstIds[kind] + random.fork(`id/${kind}`).integer(1, 400);
      last.set(kind, previous + 1);
      return idOf(previous + 1 + ahead);
    },
    beginPart: (part) => {
      ahead = part * perPart;
    },
  };
}
