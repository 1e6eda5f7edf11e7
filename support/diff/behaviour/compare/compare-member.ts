import type { ObservedType } from '../observed-operation.js';
import type { BehaviourRuleId } from '../rules/behaviour-rules.js';
import { outside, pairOf } from './compared-runs.js';
import type { RawBehaviourChange } from './raw-change.js';

/** Where a member stands. */
export interface MemberPlace {
  readonly operationId: string;
  /** In words: operation, kind of message, pointer. */
  readonly place: string;
  /** Pointer relative to its object. */
  readonly name: string;
  readonly state: string;
  /** False where the objects may be others on each side, as in lists of runs that selected differently. */
  readonly strict: boolean;
  /** Scenarios that no run left before their end: what one of the others did not come to see is not gone. */
  readonly whole: ReadonlySet<string>;
}

/** A member as one run saw it, over all objects of a place and state. */
export interface MemberSide {
  readonly presence: 'always' | 'sometimes' | 'never';
  readonly types: ReadonlySet<ObservedType>;
  readonly documented: boolean;
  /** Scenario to exchange: where it was there, where it was not always there, and all together. */
  readonly with: ReadonlyMap<string, string>;
  readonly without: ReadonlyMap<string, string>;
  readonly all: ReadonlyMap<string, string>;
}

/** A change that was found in one state of the object. */
export interface StatedChange extends RawBehaviourChange {
  readonly state: string;
}

/** Compares a member in one state of its object. */
export function compareMember(place: MemberPlace, old: MemberSide, next: MemberSide): readonly StatedChange[] {
  if (old.presence === 'never' || next.presence === 'never') return existence(place, old, next);
  return [...optionality(place, old, next), ...types(place, old, next)];
}

function existence(place: MemberPlace, old: MemberSide, next: MemberSide): readonly StatedChange[] {
  const [holder, came] = old.presence === 'never' ? [next, true] : [old, false];
  if (holder.presence === 'never') return [];
  if (!place.strict && holder.presence !== 'always' && holder.documented) return [];
  if (holder.presence === 'sometimes' && !isReached(place, holder.with, came ? old : next)) return [];
  return [change(place, existenceRule(place.name, came, holder.documented), ['existence'], old, next, holder)];
}

/**
 * True where the other run came to what is missing there: a scenario that saw it ran to its end in both, and met such an object in the
 * other run too. Calls outside of scenarios always do.
 */
function isReached({ whole }: MemberPlace, seen: ReadonlyMap<string, string>, other: MemberSide): boolean {
  return [...seen.keys()].some((id) => id === outside || (whole.has(id) && other.all.has(id)));
}

function existenceRule(name: string, came: boolean, documented: boolean): BehaviourRuleId {
  if (name.startsWith('headers/')) return came ? 'header-appeared' : 'header-vanished';
  if (documented) return came ? 'member-appeared' : 'member-vanished';
  return came ? 'undocumented-member-appeared' : 'undocumented-member-vanished';
}

function optionality(place: MemberPlace, old: MemberSide, next: MemberSide): readonly StatedChange[] {
  const header = place.name.startsWith('headers/');
  if (old.presence === next.presence || header || !place.strict) return [];
  const [rule, looser, other] =
    next.presence === 'sometimes'
      ? (['member-became-optional', next, old] as const)
      : (['member-became-constant', old, next] as const);
  if (!isReached(place, looser.without, other)) return [];
  return [change(place, rule, ['optionality'], old, next, { with: looser.without })];
}

function types(place: MemberPlace, old: MemberSide, next: MemberSide): readonly StatedChange[] {
  const found: StatedChange[] = [];
  const [before, after] = [typesOf(old), typesOf(next)];
  const changed = [...before, ...after].filter((type) => before.includes(type) !== after.includes(type));
  if (before.length > 0 && after.length > 0 && changed.length > 0) {
    const rule = before.every((type) => after.includes(type))
      ? 'type-widened'
      : after.every((type) => before.includes(type))
        ? 'type-narrowed'
        : 'type-replaced';
    const words = { before: before.join(' or '), after: after.join(' or ') };
    found.push({
      ...change(
        place,
        rule,
        changed.map((type) => `type ${type}`),
        old,
        next,
        next,
      ),
      ...words,
    });
  }
  if (old.types.has('null') !== next.types.has('null')) {
    const rule = next.types.has('null') ? 'null-appeared' : 'null-vanished';
    found.push(change(place, rule, ['type null'], old, next, next));
  }
  return found;
}

function typesOf({ types: all }: MemberSide): readonly ObservedType[] {
  return [...all].filter((type) => type !== 'null').sort();
}

function change(
  { operationId, place, state }: MemberPlace,
  rule: BehaviourRuleId,
  varying: readonly string[],
  old: MemberSide,
  next: MemberSide,
  shown: Pick<MemberSide, 'with'>,
): StatedChange {
  return {
    ...{ rule, place, key: '', before: null, after: null, operationId, state },
    scenarios: [...shown.with.keys()].sort(),
    exchanges: pairOf(old.with.size > 0 ? old.with : old.all, next.with.size > 0 ? next.with : next.all),
    aspects: varying.map((one) => `${one} of ${place} in ${state}`),
  };
}
