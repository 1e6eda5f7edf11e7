import { canonicalJson } from '../../../contract/document/canonical-json.js';
import { isObject, type JsonObject } from '../../../json/json-pointer.js';
import type { Aspect, Work } from '../aspect.js';

/** The listed values of a schema: `enum`, and `const` as a list of one. */
export const values: Aspect = {
  members: ['enum', 'const'],
  compare: (work) => {
    const [old, next] = [listed(work.old), listed(work.new)];
    const pair = work.member(old?.keyword ?? next?.keyword ?? 'enum', work.pair.place);
    if (old === null && next === null) return;
    if (old === null) work.note('values-limited', pair, { before: null, after: next?.values });
    else if (next === null) work.note('values-freed', pair, { before: old.values, after: null });
    else compareValues(work, old, next);
  },
};

interface Listed {
  readonly keyword: 'enum' | 'const';
  readonly values: readonly unknown[];
  readonly closed: boolean;
}

function listed(schema: JsonObject): Listed | null {
  if (Object.hasOwn(schema, 'const')) return { keyword: 'const', values: [schema['const']], closed: true };
  const values = schema['enum'];
  if (!Array.isArray(values)) return null;
  const rules = schema['x-rules'];
  const rule = isObject(rules) ? rules['enum'] : undefined;
  return { keyword: 'enum', values, closed: isObject(rule) && rule['closed'] === true };
}

function compareValues(work: Work, old: Listed, next: Listed): void {
  const pair = { ...work.member(old.keyword, work.pair.place), newAt: work.member(next.keyword).newAt };
  const [before, after] = [old.values.map(canonicalJson), next.values.map(canonicalJson)];
  // A list is closed only when both versions say so: opening it later must not depend on which side is read first.
  const closed = old.closed && next.closed;
  for (const value of new Set(after.filter((one) => !before.includes(one)))) {
    work.note(closed ? 'closed-enum-value-added' : 'enum-value-added', pair, { key: value, before: null, after: null });
  }
  for (const value of new Set(before.filter((one) => !after.includes(one)))) {
    work.note(closed ? 'closed-enum-value-removed' : 'enum-value-removed', pair, {
      key: value,
      before: null,
      after: null,
    });
  }
  if (!work.comparison.noted(pair) && before.join() !== after.join()) work.note('order-changed', pair, { key: 'enum' });
  if (!work.comparison.noted(pair) && old.keyword !== next.keyword) {
    work.note('annotation-changed', pair, { key: `${old.keyword} and ${next.keyword}`.split(' ').sort().join(' ') });
  }
}
