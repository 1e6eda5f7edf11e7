import type { Aspect } from '../aspect.js';

/** How the alternatives of a schema are told apart. */
export const discriminator: Aspect = {
  members: ['discriminator'],
  compare: (work) => {
    const pair = work.member('discriminator', work.pair.place);
    if (!work.comparison.same(pair)) work.note('discriminator-changed', pair);
  },
};
