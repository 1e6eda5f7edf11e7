import { isObject, pointerOf } from '../../json/json-pointer.js';
import type { Body, Json } from '../../trace/exchange.js';
import { otherValue, withoutMember, type SpeakingSide } from './alterations.js';
import type { Alteration, Sight } from './sight.js';
import type { OwnedTargets } from './target-index.js';
import type { TargetTally } from './target-tally.js';
import { valueSpots, type ValueSpot } from './value-spots.js';

/** What was said where, and by whom. */
export interface Said {
  /** Place of the whole, such as `/response/200/body`. */
  readonly base: string;
  /** True when the judge found nothing against the exchange. */
  readonly conforming: boolean;
  readonly side: SpeakingSide;
}

/** What a body of the target says about its targets: members there or left out, null, listed values. */
export function saidSights(body: Body, said: Said, targets: OwnedTargets): Sight[] {
  if (body.kind !== 'json') return [];
  const sights: Sight[] = [];
  for (const spot of valueSpots(body.value, said.base)) {
    const alter = (pointer: string, there: boolean) =>
      there ? withoutMember(said.side, pointer) : otherValue(said.side, pointer, anything);
    sights.push(...memberSights(spot, said, targets, alter), ...valueSights(spot, said, targets));
  }
  return sights;
}

/** What the headers of an answer say. Checks look at no headers, so that nothing tells whether one would notice. */
export function headerSights(
  headers: Readonly<Record<string, string>>,
  said: Omit<Said, 'side'>,
  targets: OwnedTargets,
): Sight[] {
  return memberSights({ place: said.base, pointer: '', value: headers }, said, targets, () => null);
}

/** In the place of nothing or null: a number and a word, one of which a check that looks will not take. */
const anything: readonly Json[] = [1, 'x'];

type MemberAlteration = (pointer: string, there: boolean) => Alteration | null;

function memberSights(
  { place, pointer, value }: ValueSpot,
  { conforming }: Omit<Said, 'side'>,
  targets: OwnedTargets,
  alter: MemberAlteration,
): Sight[] {
  if (!isObject(value)) return [];
  return targets.members(place).flatMap(({ member, tally }) => {
    const { kind } = tally.target;
    if (kind !== 'member-present' && kind !== 'member-absent') return [];
    const there = Object.hasOwn(value, member);
    const matched = conforming && there === (kind === 'member-present');
    return [{ tally, matched, alteration: isOpen(tally, matched) ? alter(pointer + pointerOf(member), there) : null }];
  });
}

/** Nearly everything an answer says was looked at in an answer before, and is not tried again. */
function isOpen({ asserted }: TargetTally, matched: boolean): boolean {
  return matched && !asserted;
}

function valueSights({ place, pointer, value }: ValueSpot, { conforming, side }: Said, targets: OwnedTargets): Sight[] {
  const watches = targets.values(place);
  return watches.map((tally) => {
    const { target } = tally;
    const matched = conforming && (target.kind === 'member-null' ? value === null : value === target.value);
    const alteration = isOpen(tally, matched) ? otherValue(side, pointer, othersOf(tally, watches)) : null;
    return { tally, matched, alteration };
  });
}

/** What else the contract allows at the place of a listed value. */
function othersOf({ target }: TargetTally, watches: readonly TargetTally[]): readonly Json[] {
  if (target.kind === 'member-null') return anything;
  const others = watches.flatMap(({ target: { value } }) =>
    value === undefined || value === target.value ? [] : [value],
  );
  return others.length > 0 ? others.slice(0, 2) : ['another word'];
}
