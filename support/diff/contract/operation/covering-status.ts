import type { NamedSides } from '../named-sides.js';

/** An entry that covers several statuses, and those of the other document that stand in its place. */
export interface Replaced {
  /** `2XX`, `default` and the like. */
  readonly wide: string;
  readonly narrow: readonly string[];
}

/** What became of the entries that cover several statuses. */
export interface CoveredStatuses {
  /** Entries of the old document that gave way to some of what they covered. */
  readonly narrowed: readonly Replaced[];
  /** Entries of the new document that took the place of some of what they cover. */
  readonly widened: readonly Replaced[];
}

/** Finds which statuses of one document an entry of the other one covered. */
export function coveredStatuses({ old, new: next, gone, come }: NamedSides): CoveredStatuses {
  const [before, after] = [Object.keys(old), Object.keys(next)];
  const covered = (wide: string, among: readonly string[], all: readonly string[]) => ({
    wide,
    narrow: among.filter((status) => coveringEntry(status, all) === wide),
  });
  const isReplaced = ({ narrow }: Replaced) => narrow.length > 0;
  return {
    narrowed: gone
      .filter(isWide)
      .map((wide) => covered(wide, come, before))
      .filter(isReplaced),
    widened: come
      .filter(isWide)
      .map((wide) => covered(wide, gone, after))
      .filter(isReplaced),
  };
}

/**
 * The entry that covers a status which a document does not name: its range, else `default`; null for none. Beside a success that is
 * described, `default` is for errors.
 */
export function coveringEntry(status: string, entries: readonly string[]): string | null {
  if (!/^[1-5](\d\d|XX)$/i.test(status)) return null;
  const range = entries.find((name) => name !== status && name.toUpperCase() === `${status.charAt(0)}XX`);
  if (range !== undefined && !isWide(status)) return range;
  const forAll = isError(status) || !entries.some((name) => name.startsWith('2'));
  return forAll ? (entries.find((name) => name === 'default') ?? null) : null;
}

/** True for an entry of errors. What is answered `default` is one, unless no success is described. */
export function isErrorOf(entries: readonly string[], status: string): boolean {
  return isError(status) || (status === 'default' && entries.some((name) => name.startsWith('2')));
}

function isError(status: string): boolean {
  return /^[45]/.test(status);
}

function isWide(status: string): boolean {
  return status === 'default' || /^[1-5]XX$/i.test(status);
}
