import { isObject } from '../../../json/json-pointer.js';
import type { Work } from '../aspect.js';
import { compareMembers } from '../compare-members.js';
import { chosen, compareBeside, otherSide, type Side } from './compare-beside.js';
import { sameOrder } from '../same-order.js';
import { compareSchema } from './compare-schema.js';
import { schemaAspects } from './schema-aspects.js';

/** Compares two schemas of which one or both refer to another: what they lead to, and what stands beside the reference. */
export function compareReferring(work: Work): void {
  const { pair, part, comparison, polarity } = work;
  const [from, to] = [work.old['$ref'], work.new['$ref']];
  if (!comparison.equal({ $ref: from }, { $ref: to })) {
    const rule =
      from === undefined ? 'reference-introduced' : to === undefined ? 'reference-dissolved' : 'reference-redirected';
    work.note(rule, pair, { before: from, after: to });
  }
  if (from !== undefined && to !== undefined) {
    comparison.follow(part, polarity, comparison.resolved(pair), compareSchema);
    compareMembers(work.on({ ...pair, old: chosen(work.old, isNoReference), new: chosen(work.new, isNoReference) }), schemaAspects()); // prettier-ignore
    if (!sameOrder(Object.keys(work.old), Object.keys(work.new)))
      work.note('order-changed', pair, { key: 'members', before: null, after: null });
    return;
  }
  compareWithInPlace(work, from !== undefined ? 'old' : 'new');
}

/** One side refers, and the other says in place what the first says there and beside its reference. */
function compareWithInPlace(work: Work, side: Side): void {
  const { pair, part, comparison, polarity } = work;
  const target = comparison.resolved(pair)[side];
  const has = (name: string) => isObject(target) && Object.hasOwn(target, name);
  const rest = compareBeside(work, side, chosen(work[side], isNoReference), { has });
  comparison.follow(part, polarity, comparison.resolved({ ...pair, [otherSide(side)]: rest }), compareSchema);
}

function isNoReference(name: string): boolean {
  return name !== '$ref';
}
