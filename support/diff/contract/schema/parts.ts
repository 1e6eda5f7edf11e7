import { isObject, type JsonObject } from '../../../json/json-pointer.js';
import type { Aspect, Work } from '../aspect.js';
import { itemsOf, memberOf, type Pair } from '../pair.js';
import { within, type Polarity } from '../polarity.js';
import { sameOrder } from '../same-order.js';
import { compareSchema } from './compare-schema.js';

/** Parts of a schema that limit the whole: one schema, a schema by name, or one by position. */
export const parts: readonly Aspect[] = [
  onePart('items', '[]'),
  onePart('unevaluatedItems', '[others]'),
  onePart('contains', '[one of]'),
  onePart('propertyNames', '(names of members)'),
  onePart('not', '(not)', 'flipped'),
  namedParts('patternProperties'),
  namedParts('dependentSchemas'),
  positionedParts('prefixItems'),
];

/** Compares one part; where it stands on one side only, the whole is constrained or freed by it. */
function comparePart(work: Work, pair: Pair, key: string, polarity: Polarity = 'same'): void {
  if (pair.old !== undefined && pair.new !== undefined) {
    compareSchema(pair, work.part, work.comparison, within(work.polarity, polarity));
    if (!work.comparison.same(pair) && !work.comparison.noted(pair)) work.note('annotation-changed', pair, { key });
  } else if (pair.old !== undefined || pair.new !== undefined) {
    // A `not` that is there limits, whatever stands below it.
    work.note(pair.old === undefined ? 'part-constrained' : 'part-freed', { ...pair, place: work.pair.place }, { key });
  }
}

function onePart(keyword: string, suffix: string, polarity: Polarity = 'same'): Aspect {
  return {
    members: [keyword],
    refers: true,
    compare: (work) => comparePart(work, work.member(keyword, `${work.pair.place} ${suffix}`), keyword, polarity),
  };
}

function namedParts(keyword: string): Aspect {
  return {
    members: [keyword],
    refers: true,
    compare: (work) => {
      const pair = work.member(keyword, work.pair.place);
      const [old, next] = [mapOf(pair.old), mapOf(pair.new)];
      for (const name of new Set([...Object.keys(old), ...Object.keys(next)])) {
        comparePart(work, memberOf(pair, name, `${work.pair.place} (${keyword} ${name})`), `${keyword} ${name}`);
      }
      if (!sameOrder(Object.keys(old), Object.keys(next))) work.note('order-changed', pair, { key: keyword });
    },
  };
}

function positionedParts(keyword: string): Aspect {
  return {
    members: [keyword],
    refers: true,
    compare: (work) => {
      const pair = work.member(keyword, work.pair.place);
      const length = Math.max(lengthOf(pair.old), lengthOf(pair.new));
      for (let index = 0; index < length; index += 1) {
        const place = `${work.pair.place} [${index}]`;
        const at = itemsOf(pair, index, index, place);
        comparePart(work, at, `${keyword} ${index}`);
      }
    },
  };
}

function mapOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
