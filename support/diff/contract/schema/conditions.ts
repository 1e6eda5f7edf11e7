import type { Aspect } from '../aspect.js';
import { compareSchema } from './compare-schema.js';

/** Constraints that hold only sometimes. */
export const conditions: Aspect = {
  members: ['if', 'then', 'else'],
  refers: true,
  compare: (work) => {
    for (const keyword of ['if', 'then', 'else']) {
      const pair = work.member(keyword, `${work.pair.place} (${keyword})`);
      if (work.comparison.same(pair) && pair.old === undefined) continue;
      const whole = pair.old !== undefined && pair.new !== undefined;
      if (!whole) work.note('condition-changed', pair, { key: keyword });
      else compareSchema(pair, work.part, work.comparison, keyword === 'if' ? 'unsure' : work.polarity);
    }
  },
};
