import type { Aspect } from '../aspect.js';
import { compareSchema } from './compare-schema.js';

/** Constraints that hold only sometimes, each by itself: what differs in one explains nothing of another. */
export const conditions: readonly Aspect[] = ['if', 'then', 'else'].map((keyword) => ({
  members: [keyword],
  refers: true,
  compare: (work) => {
    const pair = work.member(keyword, `${work.pair.place} (${keyword})`);
    const whole = pair.old !== undefined && pair.new !== undefined;
    if (!whole) work.note('condition-changed', pair, { key: keyword });
    else compareSchema(pair, work.part, work.comparison, keyword === 'if' ? 'unsure' : work.polarity);
  },
}));
