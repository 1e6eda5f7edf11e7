import { pointerOf } from '../../../json/json-pointer.js';
import type { Work } from '../aspect.js';
import { standsAlone } from '../plain/written-schema.js';
import { compareBeside, otherSide, type Side } from './compare-beside.js';
import { compareSchema } from './compare-schema.js';
import { nameOf } from './pair-branches.js';

/**
 * Compares a schema with one that admits it among alternatives: an alternative more, or one less, is all that changed. False, with
 * nothing compared, where no alternative is that very schema.
 */
export function compareLoneAlternative(work: Work): boolean {
  for (const keyword of ['anyOf', 'oneOf']) {
    for (const side of ['old', 'new'] as const) {
      if (isAmong(work, keyword, side)) return true;
    }
  }
  return false;
}

function isAmong(work: Work, keyword: string, side: Side): boolean {
  const { [keyword]: branches, ...beside } = work[side];
  const other = otherSide(side);
  if (!Array.isArray(branches) || Object.hasOwn(work[other], keyword) || 'discriminator' in beside) return false;
  if (!Object.keys(beside).every(standsAlone)) return false;
  const lone = Object.fromEntries(Object.entries(work[other]).filter(([name]) => !Object.hasOwn(beside, name)));
  const index = branches.findIndex((branch) => work.comparison.equal(branch, lone));
  if (index < 0) return false;
  compareBeside(work, side, beside, { has: () => false });
  for (const [at, branch] of (branches as readonly unknown[]).entries()) {
    const below = pointerOf(keyword, at);
    const pair = {
      ...work.pair,
      [side]: branch,
      [`${side}At`]: work.pair[`${side}At`] + below,
      [other]: at === index ? lone : undefined,
    };
    if (at === index) compareSchema(pair, work.part, work.comparison, work.polarity);
    else {
      const details = { key: `${keyword} ${nameOf(branch, at)}`, before: null, after: null };
      work.note(side === 'old' ? 'alternative-removed' : 'alternative-added', pair, details);
    }
  }
  return true;
}
