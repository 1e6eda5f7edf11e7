import { isDeepStrictEqual } from 'node:util';
import type { BuildScore } from './build-score.js';
import type { MutationScore, PartScore } from './mutation-score.js';
import { rowScoresOf } from './row-score.js';
import { tallyOf, type Tally } from './tally.js';
import type { WireScore } from './wire-score.js';

/**
 * What in a score does not follow from the mutants it lists, as sentences: tallies counted again, and every seeded fault of
 * the build tried once. Of wire mutants the killed ones are counted by kind only.
 */
export function scoreProblems(score: BuildScore, faults: readonly string[]): string[] {
  if ('none' in score) return [];
  const { whole, behaviour, wire, sample } = score;
  if (!whole || behaviour === null || wire === null || sample === null)
    return ['it is the score of a part, which no build has'];
  return [
    ...partProblems('seeded faults', behaviour),
    ...partProblems('mutants sent over the wire', sample),
    ...wireProblems(wire),
    ...faultProblems(behaviour, faults),
    ...rowProblems(score, behaviour),
  ];
}

function partProblems(name: string, { tally, mutants }: PartScore): string[] {
  return sameTally(tally, tallyOf(mutants)) ? [] : [`its tally of ${name} does not count the mutants it lists`];
}

function wireProblems({ tally, mutants, kinds }: WireScore): string[] {
  const listed = tallyOf(mutants);
  const expected = { ...listed, mutants: listed.mutants + tally.killed, killed: tally.killed };
  const byKind = kinds.reduce((sum, kind) => plus(sum, kind.tally), tallyOf([]));
  return [
    ...(listed.killed === 0 && sameTally(tally, expected)
      ? []
      : ['its tally of wire mutants does not count those it lists as not killed']),
    ...(sameTally(tally, byKind) ? [] : ['its tally of wire mutants is not the sum of its kinds']),
  ];
}

function faultProblems({ mutants }: PartScore, faults: readonly string[]): string[] {
  const [known, tried] = [new Set(faults), mutants.map(({ id }) => id)];
  const untried = faults.filter((id) => tried.filter((one) => one === id).length !== 1);
  // The table of equivalents may name what is no fault, which is refuted.
  const strange = mutants.filter(({ id, outcome }) => !known.has(id) && outcome !== 'refuted');
  return [
    ...(untried.length === 0
      ? []
      : [`it does not list each seeded fault of the build once: ${untried.length} of ${faults.length}, such as ${untried[0] ?? ''}`]), // prettier-ignore
    ...strange.map(({ id }) => `it lists ${id}, which is no seeded fault of the build`),
  ];
}

/** Rows are counted from the same mutants. */
function rowProblems({ requirements }: MutationScore, { mutants }: PartScore): string[] {
  const said = requirements.filter(({ behaviour }) => behaviour.mutants > 0);
  const follows = rowScoresOf(mutants, []);
  const same = isDeepStrictEqual(said.map(faultsOfRow), follows.map(faultsOfRow));
  return same ? [] : ['what it counts under the rows does not follow from the mutants it lists'];
}

function faultsOfRow({ requirement, behaviour }: MutationScore['requirements'][number]) {
  return { requirement, behaviour };
}

function sameTally(one: Tally, other: Tally): boolean {
  return isDeepStrictEqual(one, other);
}

function plus(one: Tally, other: Tally): Tally {
  return {
    mutants: one.mutants + other.mutants,
    killed: one.killed + other.killed,
    survived: one.survived + other.survived,
    falseAlarms: one.falseAlarms + other.falseAlarms,
    broken: one.broken + other.broken,
    equivalent: one.equivalent + other.equivalent,
    refuted: one.refuted + other.refuted,
  };
}
