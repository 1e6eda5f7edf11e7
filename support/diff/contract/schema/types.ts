import type { Aspect } from '../aspect.js';
import { sameOrder } from '../same-order.js';

const all = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];

/** The JSON types a schema admits, null apart from the others. */
export const types: Aspect = {
  members: ['type', 'nullable'],
  compare: (work) => {
    const pair = work.member('type', work.pair.place);
    const [old, next] = [admitted(pair.old), admitted(pair.new)];
    if (old.nullable !== next.nullable && old.stated && next.stated) {
      work.note(next.nullable ? 'null-admitted' : 'null-excluded', pair);
    }
    const rule = relation(old.types, next.types);
    if (rule !== null) work.note(rule, pair, { before: pair.old ?? 'any type', after: pair.new ?? 'any type' });
    else if (!work.comparison.same(pair) && !work.comparison.noted(pair)) {
      const reordered = !sameOrder(list(pair.old), list(pair.new)) || old.stated === next.stated;
      work.note(reordered ? 'order-changed' : 'annotation-changed', pair, { key: 'type' });
    }
  },
};

interface Admitted {
  /** Without null; every integer is a number too. */
  readonly types: ReadonlySet<string>;
  readonly nullable: boolean;
  readonly stated: boolean;
}

function list(type: unknown): readonly string[] {
  if (typeof type === 'string') return [type];
  return Array.isArray(type) ? type.map(String) : [];
}

function admitted(type: unknown): Admitted {
  const stated = list(type);
  const named = stated.length === 0 ? all : stated;
  const types = new Set(named.filter((name) => name !== 'null'));
  if (types.has('number')) types.add('integer');
  return { types, nullable: named.includes('null'), stated: stated.length > 0 };
}

function relation(
  old: ReadonlySet<string>,
  next: ReadonlySet<string>,
): 'type-widened' | 'type-narrowed' | 'type-changed' | null {
  const kept = [...old].every((name) => next.has(name));
  const nothingNew = [...next].every((name) => old.has(name));
  if (kept && nothingNew) return null;
  if (kept) return 'type-widened';
  return nothingNew ? 'type-narrowed' : 'type-changed';
}
