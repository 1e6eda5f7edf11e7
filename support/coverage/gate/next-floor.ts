import type { Coverage } from '../coverage.js';
import type { CoverageLevel } from '../measure/target-tally.js';
import { targetKindNames } from '../targets/target-kinds.js';
import { isOpen } from './against-floor.js';
import type { Floor, KindNumbers } from './floor.js';
import { idParts } from './target-id.js';

/**
 * The floor that all of these runs of one contract reach: the targets matched or asserted in each of them are counted, and
 * what is open in any of them is open, so that what only some runs happen to show is not counted on. At least one run.
 */
export function nextFloor(runs: readonly Coverage[]): Floor {
  const [first] = runs;
  if (first === undefined) throw new Error('a floor needs a run');
  const levels = runs.map(({ targets }) => new Map(targets.map(({ id, level }) => [id, level])));
  const everyRun = (...wanted: readonly CoverageLevel[]): KindNumbers =>
    countByKind(first.targets.filter(({ id }) => levels.every((run) => wanted.includes(run.get(id) ?? 'none'))));
  return {
    targets: countByKind(first.targets),
    matched: everyRun('matched', 'asserted'),
    asserted: everyRun('asserted'),
    open: grouped([...new Set(runs.flatMap(({ targets }) => targets.filter(isOpen).map(({ id }) => id)))]),
  };
}

function countByKind(targets: readonly { readonly id: string }[]): KindNumbers {
  const numbers = targetKindNames.map((kind) => [kind, targets.filter(({ id }) => idParts(id).kind === kind).length]);
  return Object.fromEntries(numbers) as KindNumbers;
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
