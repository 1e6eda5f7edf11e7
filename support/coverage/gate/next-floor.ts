import type { Coverage } from '../coverage.js';
import { targetKindNames } from '../targets/target-kinds.js';
import { isOpen } from './against-floor.js';
import type { Floor, KindNumbers } from './floor.js';
import { idParts } from './target-id.js';

/**
 * The floor that all of these runs reach: the smallest counts, and every target that is open in any of them, so that what only
 * some runs happen to show is not counted on. At least one run.
 */
export function nextFloor(runs: readonly Coverage[]): Floor {
  const least = (count: 'targets' | 'matched' | 'asserted'): KindNumbers =>
    Object.fromEntries(
      targetKindNames.map((kind) => {
        const numbers = runs.map(({ counts }) => counts.find((one) => one.kind === kind)?.[count] ?? 0);
        return [kind, Math.min(...numbers)] as const;
      }),
    ) as unknown as KindNumbers;
  const open = new Set(runs.flatMap(({ targets }) => targets.filter(isOpen).map(({ id }) => id)));
  return {
    targets: least('targets'),
    matched: least('matched'),
    asserted: least('asserted'),
    open: grouped([...open]),
  };
}

function grouped(ids: readonly string[]): Floor['open'] {
  const kinds: Record<string, Record<string, string[]>> = {};
  for (const id of ids.toSorted()) {
    const { kind, owner, rest } = idParts(id);
    const owners = (kinds[kind] ??= {});
    (owners[owner] ??= []).push(rest);
  }
  return kinds;
}
