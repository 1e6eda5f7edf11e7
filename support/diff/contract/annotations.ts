import type { Aspect } from './aspect.js';

/** An aspect of members that only explain: each that differs is a cosmetic change of its own. */
export function annotations(...members: readonly string[]): Aspect {
  return {
    members,
    compare: (work) => {
      for (const name of members) {
        const pair = work.member(name, work.pair.place);
        if (!work.comparison.same(pair)) work.note('annotation-changed', pair, { key: name });
      }
    },
  };
}

/** Deprecation, of whatever may be deprecated. Source: docs/versioning-and-changelog. */
export const deprecation: Aspect = {
  members: ['deprecated'],
  compare: (work) => {
    const pair = work.member('deprecated', work.pair.place);
    const [before, after] = [work.old['deprecated'] === true, work.new['deprecated'] === true];
    if (before !== after) work.note(after ? 'deprecated' : 'deprecation-lifted', pair);
    else if (!work.comparison.same(pair)) work.note('annotation-changed', pair, { key: 'deprecated' });
  },
};
