import type { Work } from '../aspect.js';
import type { Pair } from '../pair.js';
import { namedSides, renamedEntries, type NamedSides } from '../named-sides.js';
import { sameOrder } from '../same-order.js';
import { compareParameter } from './compare-parameter.js';
import { effectiveParameters, type EffectiveParameter } from './effective-parameters.js';
import type { OperationSides } from './operation-aspects.js';

/** Compares the parameters of an operation, those it shares with its path item included. */
export function compareParameters(work: Work, { old, new: next }: OperationSides): void {
  const before = effectiveParameters(old, 'old', work.comparison);
  const after = effectiveParameters(next, 'new', work.comparison);
  const sides = namedSides({ ...work.pair, old: Object.fromEntries(before), new: Object.fromEntries(after) });
  const renamed = new Map(renamedParameters(work, sides, before, after));
  const taken = new Set([...renamed.keys(), ...renamed.values()]);
  for (const key of sides.names) {
    const [from, to] = [before.get(key), after.get(renamed.get(key) ?? key)];
    if (from !== undefined && to !== undefined) compareOne(work, from, to);
    else if (!taken.has(key)) noteOne(work, from, to);
  }
  if (!sameOrder([...before.keys()], [...after.keys()])) {
    work.note('order-changed', work.member('parameters', work.pair.place), {
      key: 'parameters',
      before: null,
      after: null,
    });
  }
}

/** The same parameter in both documents, perhaps under another name or at another place of the request. */
function compareOne(work: Work, from: EffectiveParameter, to: EffectiveParameter): void {
  const pair = pairOf(work, from, to);
  const moved = from.value['in'] !== to.value['in'];
  const names = { key: `${from.key} ${to.key}`, before: from.name, after: to.name };
  if (from.key !== to.key) work.note(moved ? 'parameter-moved' : 'parameter-renamed', pair, names);
  else if (from.value['name'] !== to.value['name']) work.note('path-parameter-renamed', pair, names);
  work.comparison.follow(work.part, work.polarity, pair, compareParameter);
}

function noteOne(work: Work, from: EffectiveParameter | undefined, to: EffectiveParameter | undefined): void {
  const details = { key: (to ?? from)?.name ?? '', before: null, after: null };
  const pair = pairOf(work, from, to);
  if (from === undefined)
    work.note(to?.required === true ? 'required-parameter-added' : 'optional-parameter-added', pair, details);
  else work.note(from.required ? 'required-parameter-removed' : 'optional-parameter-removed', pair, details);
}

function pairOf(work: Work, from: EffectiveParameter | undefined, to: EffectiveParameter | undefined): Pair {
  const list = work.member('parameters', work.pair.place);
  return {
    ...{ old: from?.listed, new: to?.listed, oldAt: from?.at ?? list.oldAt, newAt: to?.at ?? list.newAt },
    place: from === undefined || to === undefined ? work.pair.place : `${work.pair.place} ${from.key}`,
  };
}

/** Gone and new parameters that differ in nothing but their name, or in nothing but their place. */
function renamedParameters(
  work: Work,
  sides: NamedSides,
  before: ReadonlyMap<string, EffectiveParameter>,
  after: ReadonlyMap<string, EffectiveParameter>,
): readonly (readonly [string, string])[] {
  const alikeBut = (member: string) => (gone: string, come: string) => {
    const [from, to] = [before.get(gone)?.value, after.get(come)?.value];
    if (from === undefined || to === undefined || gone.startsWith('path #') !== come.startsWith('path #')) return false;
    return work.comparison.equal({ ...from, [member]: '' }, { ...to, [member]: '' });
  };
  const renamed = renamedEntries(sides, alikeBut('name'));
  const left = (names: readonly string[]) => names.filter((name) => !renamed.flat().includes(name));
  const rest = { ...sides, gone: left(sides.gone), come: left(sides.come) };
  return [...renamed, ...renamedEntries(rest, alikeBut('in'))];
}
