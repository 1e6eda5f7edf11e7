import { isObject, type JsonObject } from '../../../json/json-pointer.js';
import type { Aspect } from '../aspect.js';
import { memberOf } from '../pair.js';
import { sameOrder } from '../same-order.js';
import { compareSchema } from './compare-schema.js';

/** Schemas that are defined inside a schema; they count only where something refers to them. */
export const definitions: Aspect = {
  members: ['$defs'],
  refers: true,
  compare: (work) => {
    const pair = work.member('$defs', work.pair.place);
    const [old, next] = [mapOf(pair.old), mapOf(pair.new)];
    for (const name of new Set([...Object.keys(old), ...Object.keys(next)])) {
      const at = memberOf(pair, name, `${work.pair.place} ($defs ${name})`);
      if (at.old === undefined) work.note('definition-added', at, { key: name });
      else if (at.new === undefined) work.note('definition-removed', at, { key: name });
      else work.comparison.follow(null, 'same', at, compareSchema);
    }
    if (!sameOrder(Object.keys(old), Object.keys(next))) work.note('order-changed', pair, { key: '$defs' });
  },
};

function mapOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
