import type { Aspect } from '../aspect.js';
import { compareSchema } from './compare-schema.js';

/** What may stand beside the listed members and items. */
export const otherMembers: readonly Aspect[] = ['additionalProperties', 'unevaluatedProperties'].map((keyword) => ({
  members: [keyword],
  refers: true,
  compare: (work) => {
    const pair = work.member(keyword, `${work.pair.place} (${keyword})`);
    const [old, next] = [opennessOf(pair.old), opennessOf(pair.new)];
    if (old === 'constrained' && next === 'constrained') {
      compareSchema(pair, work.part, work.comparison, work.polarity);
    } else if (old !== next) {
      const admitting = old === 'closed' || next === 'open';
      const about = old === 'closed' || next === 'closed';
      const at = { ...pair, place: work.pair.place };
      const details = { key: keyword };
      if (about) work.note(admitting ? 'other-members-admitted' : 'other-members-forbidden', at, details);
      else work.note(admitting ? 'part-freed' : 'part-constrained', at, details);
    } else if (!work.comparison.same(pair)) work.note('annotation-changed', pair, { key: keyword });
  },
}));

function opennessOf(value: unknown): 'open' | 'closed' | 'constrained' {
  if (value === undefined || value === true) return 'open';
  return value === false ? 'closed' : 'constrained';
}
