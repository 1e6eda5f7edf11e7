import { isObject, type JsonObject } from '../../../json/json-pointer.js';
import type { Aspect } from '../aspect.js';
import { memberOf } from '../pair.js';
import { sameOrder } from '../same-order.js';

/** Members that are required beside other members. */
export const dependencies: readonly Aspect[] = [
  {
    members: ['dependentRequired'],
    compare: (work) => {
      const pair = work.member('dependentRequired', work.pair.place);
      const [old, next] = [mapOf(pair.old), mapOf(pair.new)];
      for (const name of new Set([...Object.keys(old), ...Object.keys(next)])) {
        const at = memberOf(pair, name, work.pair.place);
        const [before, after] = [namesOf(old[name]), namesOf(next[name])];
        const key = (other: string) => ({ key: `${other} beside ${name}`, before: null, after: null });
        for (const other of after.filter((one) => !before.includes(one))) work.note('part-constrained', at, key(other));
        for (const other of before.filter((one) => !after.includes(one))) work.note('part-freed', at, key(other));
        if (!work.comparison.same(at) && !work.comparison.noted(at)) work.note('order-changed', at, { key: name });
      }
      if (!sameOrder(Object.keys(old), Object.keys(next)))
        work.note('order-changed', pair, { key: 'dependentRequired' });
    },
  },
];

function mapOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function namesOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
