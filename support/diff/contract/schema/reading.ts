import type { Aspect } from '../aspect.js';
import type { DiffRuleId } from '../rules/diff-rules.js';

/** Which way a value travels at all. */
export const reading: readonly Aspect[] = [
  flag('readOnly', 'read-only-introduced', 'read-only-lifted'),
  flag('writeOnly', 'write-only-introduced', 'write-only-lifted'),
];

function flag(keyword: string, introduced: DiffRuleId, lifted: DiffRuleId): Aspect {
  return {
    members: [keyword],
    compare: (work) => {
      const pair = work.member(keyword, work.pair.place);
      const [before, after] = [pair.old === true, pair.new === true];
      if (before !== after) work.note(after ? introduced : lifted, pair);
      else if (!work.comparison.same(pair)) work.note('annotation-changed', pair, { key: keyword });
    },
  };
}
