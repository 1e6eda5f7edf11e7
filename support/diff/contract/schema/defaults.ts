import type { Aspect } from '../aspect.js';

/** What counts when a value is left out. */
export const defaults: Aspect = {
  members: ['default'],
  compare: (work) => {
    const pair = work.member('default', work.pair.place);
    if (work.comparison.same(pair)) return;
    if (pair.old === undefined) work.note('default-introduced', pair);
    else work.note(pair.new === undefined ? 'default-withdrawn' : 'default-changed', pair);
  },
};
