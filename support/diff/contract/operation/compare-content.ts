import { annotations } from '../annotations.js';
import type { Aspect, Work } from '../aspect.js';
import { compareMembers } from '../compare-members.js';
import { compareHolder, namedSides, renamedEntries, renamedPair } from '../named-sides.js';
import { memberOf, type Pair } from '../pair.js';
import { schemaOfHolder } from './schema-of-holder.js';

const encoding: Aspect = {
  members: ['encoding'],
  compare: (work) => {
    const pair = work.member('encoding', work.pair.place);
    if (!work.comparison.same(pair)) work.note('serialisation-changed', pair, { key: 'encoding' });
  },
};

const aspects: readonly Aspect[] = [annotations('example', 'examples'), schemaOfHolder, encoding];

/** Compares the bodies of a request or an answer by media type. */
export function compareContent(work: Work): void {
  const content = work.member('content', work.pair.place);
  const sides = namedSides(content);
  const renamed = renamedEntries(sides, (gone, come) => work.comparison.equal(sides.old[gone], sides.new[come]));
  for (const [before, after] of renamed) {
    const pair = renamedPair(content, before, after, work.pair.place);
    work.note('media-type-changed', pair, { key: `${before} ${after}`, before, after });
    compareMembers(work.on(pair), aspects); // What they refer to may differ all the same.
  }
  const taken = new Set(renamed.flat());
  for (const name of sides.names.filter((one) => !taken.has(one))) {
    const pair = memberOf(content, name, work.pair.place);
    const details = { key: name, before: null, after: null };
    if (pair.old === undefined) work.note('content-added', pair, details);
    else if (pair.new === undefined) work.note('content-removed', pair, details);
    else compareMembers(work.on(bodyPair(pair, name)), aspects);
  }
  compareHolder(work, 'content');
}

/** JSON is the rule and not worth a word in every place. */
function bodyPair(pair: Pair, name: string): Pair {
  return name === 'application/json' ? pair : { ...pair, place: `${pair.place} ${name}` };
}
