import type { Coverage, CoverageRow } from '../coverage.js';
import { targetKinds, type TargetKind } from '../targets/target-kinds.js';
import { openIn, type Floor } from './floor.js';

/** What a run's coverage is held to. */
export interface CoverageGate {
  /** Targets neither matched nor excluded, which the floor does not know to be open. */
  readonly uncovered: readonly string[];
  /** Kinds of which fewer are matched or asserted than were accepted. */
  readonly fallen: readonly Fallen[];
  /** Targets the floor lists as open which this run covers, or which are gone: time to accept. */
  readonly closed: readonly string[];
  readonly met: boolean;
}

/** A count below the floor. */
export interface Fallen {
  readonly kind: TargetKind;
  readonly count: 'matched' | 'asserted';
  readonly floor: number;
  readonly now: number;
}

/** True for a target that is neither covered nor excused. */
export function isOpen({ level, excluded }: CoverageRow): boolean {
  return level !== 'matched' && level !== 'asserted' && excluded === undefined;
}

/** Holds a run's coverage against the floor. */
export function againstFloor({ counts, targets }: Coverage, floor: Floor): CoverageGate {
  const known = new Set(openIn(floor));
  const open = new Set(targets.filter(isOpen).map(({ id }) => id));
  const uncovered = [...open].filter((id) => !known.has(id));
  const kinds = Object.keys(targetKinds) as readonly TargetKind[];
  const fallen = kinds.flatMap((kind) =>
    (['matched', 'asserted'] as const).flatMap((count) => {
      const now = counts.find((one) => one.kind === kind)?.[count] ?? 0;
      return now < floor[count][kind] ? [{ kind, count, floor: floor[count][kind], now }] : [];
    }),
  );
  const closed = [...known].filter((id) => !open.has(id));
  return { uncovered, fallen, closed, met: uncovered.length === 0 && fallen.length === 0 };
}
