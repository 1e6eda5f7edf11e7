import type { ObservedValue } from '../observed-operation.js';
import type { BehaviourRuleId } from '../rules/behaviour-rules.js';
import { commonWitnesses, pairOf, type ComparedRuns, type ComparedSide } from './compared-runs.js';
import type { OperationPair } from './operation-pairs.js';
import type { RawBehaviourChange } from './raw-change.js';

type Scenarios = ReadonlyMap<string, string>;

/** A word as one run saw it in the common scenarios. */
interface SeenWord {
  readonly word: ObservedValue;
  readonly settled: Scenarios;
  readonly passing: Scenarios;
}

const mediaType = '/headers/content-type';

/**
 * Compares the known words of an operation, place by place, where both runs saw any. A documented word that was only seen in
 * passing, or in a scenario that stopped early, or that stands in a list which may hold other objects, tells nothing by its
 * absence.
 */
export function compareValues(pair: OperationPair, runs: ComparedRuns): readonly RawBehaviourChange[] {
  const [old, next] = [wordsOf(pair.old?.values ?? [], runs.old), wordsOf(pair.new?.values ?? [], runs.new)];
  const found: RawBehaviourChange[] = [];
  for (const [place, before] of old) {
    const after = next.get(place);
    if (after === undefined) continue;
    for (const value of [...new Set([...before.keys(), ...after.keys()])].sort()) {
      const [one, other] = [before.get(value), after.get(value)];
      const seen = one === undefined ? other : other === undefined ? one : undefined;
      if (seen === undefined || !isTelling(seen, runs)) continue;
      const elsewhere = everySeen(one === undefined ? before : after);
      found.push(changeOf(pair.operationId, seen, { came: one === undefined, elsewhere }));
    }
  }
  return found;
}

function wordsOf(
  values: readonly ObservedValue[],
  side: ComparedSide,
): ReadonlyMap<string, ReadonlyMap<string, SeenWord>> {
  const places = new Map<string, Map<string, SeenWord>>();
  for (const word of values) {
    const [settled, passing] = [commonWitnesses(word.settled, side), commonWitnesses(word.passing, side)];
    if (settled.size + passing.size === 0) continue;
    const place = `${word.kind} ${word.at}`;
    const words = places.get(place) ?? new Map<string, SeenWord>();
    places.set(place, words.set(word.value, { word, settled, passing }));
  }
  return places;
}

function isTelling({ word, settled }: SeenWord, { sameObjects, whole }: ComparedRuns): boolean {
  if (!word.documented) return true;
  return [...settled.keys()].some((id) => whole.has(id)) && (sameObjects || !word.at.includes('/*'));
}

function everySeen(words: ReadonlyMap<string, SeenWord>): Scenarios {
  return new Map([...words.values()].flatMap(({ settled, passing }) => [...passing, ...settled]));
}

function changeOf(
  operationId: string,
  { word, settled, passing }: SeenWord,
  { came, elsewhere }: { readonly came: boolean; readonly elsewhere: Scenarios },
): RawBehaviourChange {
  const shown = new Map([...passing, ...settled]);
  const place = `${operationId} ${word.kind} ${word.at}`;
  return {
    ...{ rule: ruleOf(word, came), place, key: word.value, before: null, after: null, operationId },
    scenarios: [...shown.keys()].sort(),
    exchanges: came ? pairOf(elsewhere, shown) : pairOf(shown, elsewhere),
    aspects: [`value ${place} ${word.value}`],
  };
}

function ruleOf({ at, documented }: ObservedValue, came: boolean): BehaviourRuleId {
  if (at === mediaType) return came ? 'media-type-appeared' : 'media-type-vanished';
  if (documented) return came ? 'value-appeared' : 'value-vanished';
  return came ? 'undocumented-value-appeared' : 'undocumented-value-vanished';
}
