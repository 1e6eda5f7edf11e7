import type { Aspect, Work } from '../aspect.js';
import { itemsOf } from '../pair.js';
import type { DiffRuleId } from '../rules/diff-rules.js';
import { sameOrder } from '../same-order.js';
import { compareSchema } from './compare-schema.js';
import { pairBranches } from './pair-branches.js';

/** Schemas of which all, any or exactly one must hold. */
export const alternatives: readonly Aspect[] = [
  branches('allOf', { come: 'part-constrained', gone: 'part-freed' }),
  branches('anyOf', { come: 'alternative-added', gone: 'alternative-removed' }),
  branches('oneOf', { come: 'alternative-added', gone: 'alternative-removed' }),
];

function branches(keyword: string, { come, gone }: { readonly come: DiffRuleId; readonly gone: DiffRuleId }): Aspect {
  return {
    members: [keyword],
    refers: true,
    compare: (work) => {
      const pair = work.member(keyword, work.pair.place);
      if (Array.isArray(pair.old) && Array.isArray(pair.new)) compareBranches(work, keyword, come, gone);
      else if (pair.old !== undefined || pair.new !== undefined) {
        work.note(pair.old === undefined ? 'part-constrained' : 'part-freed', pair, { key: keyword });
      }
    },
  };
}

function compareBranches(work: Work, keyword: string, come: DiffRuleId, gone: DiffRuleId): void {
  const pair = work.member(keyword, work.pair.place);
  const [old, next] = [pair.old as readonly unknown[], pair.new as readonly unknown[]];
  const matched = pairBranches(old, next, work.comparison);
  for (const { before, after, name } of matched) {
    const place = `${work.pair.place} (${keyword} ${name})`;
    const at = itemsOf(pair, before, after, place);
    if (before >= 0 && after >= 0) {
      compareSchema(at, work.part, work.comparison, work.polarity);
      // What was noted of another branch explains nothing of this one.
      if (!work.comparison.same(at) && !work.comparison.noted(at))
        work.note('unclassified-difference', at, { key: name });
    } else {
      const details = { key: `${keyword} ${name}`, before: null, after: null };
      work.note(before < 0 ? come : gone, { ...at, place: work.pair.place }, details);
    }
  }
  const both = matched.filter(({ before, after }) => before >= 0 && after >= 0);
  const order = (side: 'before' | 'after') =>
    [...both].sort((a, b) => a[side] - b[side]).map(({ before }) => String(before));
  if (!sameOrder(order('before'), order('after'))) {
    work.note('order-changed', pair, { key: keyword, before: null, after: null });
  }
}
