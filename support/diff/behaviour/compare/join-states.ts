import type { StatedChange } from './compare-member.js';
import type { RawBehaviourChange } from './raw-change.js';

/** Place to the states of its object in which it was compared. */
export type ComparedStates = Map<string, ReadonlySet<string>>;

/** Most states named in a place; more are counted. */
const mostStates = 3;

/**
 * Makes one change of the same change in several states of an object. Where it shows in some of the compared states only, the
 * place names them.
 */
export function joinStates(found: readonly StatedChange[], compared: ComparedStates): readonly RawBehaviourChange[] {
  const groups = new Map<string, StatedChange[]>();
  for (const change of found) {
    const key = JSON.stringify([change.rule, change.place, change.before, change.after]);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap((changes) => {
    const [first] = changes;
    if (first === undefined) return [];
    const states = [...new Set(changes.map(({ state }) => state))].sort();
    const everywhere = states.length === (compared.get(first.place)?.size ?? 0);
    return [
      {
        ...withoutState(first),
        place: everywhere ? first.place : `${first.place} (${statesText(states)})`,
        scenarios: [...new Set(changes.flatMap(({ scenarios }) => scenarios))].sort(),
        aspects: [...new Set(changes.flatMap(({ aspects }) => aspects))],
      },
    ];
  });
}

function withoutState(change: StatedChange): RawBehaviourChange {
  return Object.fromEntries(
    Object.entries(change).filter(([name]) => name !== 'state'),
  ) as unknown as RawBehaviourChange;
}

function statesText(states: readonly string[]): string {
  const more = states.length - mostStates;
  return [...states.slice(0, mostStates), ...(more > 0 ? [`${more} more states`] : [])].join('; ');
}
