import type { Aspect } from '../aspect.js';

/** The pattern of a text. */
export const patterns: Aspect = {
  members: ['pattern'],
  compare: (work) => {
    const pair = work.member('pattern', work.pair.place);
    if (work.comparison.same(pair)) return;
    if (pair.old === undefined) work.note('pattern-introduced', pair);
    else work.note(pair.new === undefined ? 'pattern-lifted' : 'pattern-changed', pair);
  },
};
