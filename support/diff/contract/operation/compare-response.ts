import { annotations } from '../annotations.js';
import { type Aspect, Work } from '../aspect.js';
import { compareMembers } from '../compare-members.js';
import type { Comparison, Part } from '../comparison.js';
import { isObject } from '../../../json/json-pointer.js';
import { compareHolder, namedSides, renamedPair } from '../named-sides.js';
import { memberOf, type Pair } from '../pair.js';
import { compareContent } from './compare-content.js';
import { compareParameter } from './compare-parameter.js';
import { compareReference } from './compare-reference.js';

const headers: Aspect = {
  members: ['headers'],
  refers: true,
  compare: (work) => {
    const held = work.member('headers', work.pair.place);
    const { names, gone, come } = namedSides(held);
    // The case of a header's name means nothing.
    const twins = new Map(gone.map((name) => [name, come.find((one) => one.toLowerCase() === name.toLowerCase())]));
    for (const name of names.filter((one) => ![...twins.values()].includes(one))) {
      const twin = twins.get(name);
      if (twin === undefined) compareHeader(work, memberOf(held, name, work.pair.place), name);
      else compareHeader(work, renamedPair(held, name, twin, work.pair.place), name);
    }
    noteCases(work, held, twins);
    compareHolder(work, 'headers');
  },
};

function noteCases(work: Work, held: Pair, twins: ReadonlyMap<string, string | undefined>): void {
  for (const [before, after] of twins) {
    if (after === undefined) continue;
    const pair = renamedPair(held, before, after, work.pair.place);
    work.note('writing-changed', pair, { key: `header ${before.toLowerCase()}`, before, after });
  }
}

const aspects: readonly Aspect[] = [
  annotations('description', 'summary'),
  headers,
  { members: ['content'], refers: true, compare: compareContent },
];

/** Compares two answers of one status. */
export function compareResponse(pair: Pair, part: Part, comparison: Comparison): void {
  compareReference(pair, part, comparison, (at, into) => compareMembers(new Work(at, into, comparison), aspects));
}

function compareHeader(work: Work, pair: Pair, name: string): void {
  if (pair.old !== undefined && pair.new !== undefined) {
    const at = { ...pair, place: `${work.pair.place} header ${name}` };
    work.comparison.follow(work.part, work.polarity, at, compareParameter);
    return;
  }
  const resolved = work.comparison.resolved(pair);
  const required = [resolved.old, resolved.new].some((header) => isObject(header) && header['required'] === true);
  const details = { key: name, before: null, after: null };
  if (pair.old === undefined) work.note(required ? 'required-header-added' : 'optional-header-added', pair, details);
  else work.note(required ? 'required-header-removed' : 'optional-header-removed', pair, details);
}
