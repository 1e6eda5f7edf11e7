import type { Json } from '../../trace/exchange.js';
import type { Call } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { ok, type Reply } from '../http/reply.js';

/** What one list endpoint can filter and order by. Source: docs/pagination-filtering-and-rate-limits. */
export interface ListSpec<Entity> {
  /** Query parameter to the entity's value it must equal. */
  readonly filters: Readonly<Record<string, (entity: Entity) => string | number>>;
  /** `orderBy` word to the entity's value. */
  readonly orders: Readonly<Record<string, (entity: Entity) => string | number>>;
  readonly defaultOrder: string;
  /** Creation, emulated milliseconds. */
  readonly createdAt: (entity: Entity) => number;
  /** How far back the list looks when `after` is not given, in emulated seconds; null for no bound. */
  readonly defaultWindowSeconds: number | null;
  /** Wire form of one entity. */
  readonly view: (entity: Entity) => Json;
}

/** The list envelope: filtered, ordered, then cut to the page; `total` counts every match, not the page. */
export function listReply<Entity>(entities: readonly Entity[], call: Call, spec: ListSpec<Entity>): Reply {
  const limit = wholeNumber(call, 'limit', 1, 200) ?? 50;
  const offset = wholeNumber(call, 'offset', 0, Number.MAX_SAFE_INTEGER) ?? 0;
  const matches = entities.filter((entity) => isWanted(entity, call, spec));
  const ordered = inOrder(matches, call, spec);
  return ok({
    status: 'success',
    items: ordered.slice(offset, offset + limit).map(spec.view),
    total: matches.length,
    limit,
    offset,
  });
}

function isWanted<Entity>(entity: Entity, call: Call, spec: ListSpec<Entity>): boolean {
  const created = spec.createdAt(entity);
  const before = wholeNumber(call, 'before', 0, Number.MAX_SAFE_INTEGER);
  const after = wholeNumber(call, 'after', 0, Number.MAX_SAFE_INTEGER) ?? defaultAfter(call, spec);
  return (
    (before === null || created < before * 1000) &&
    (after === null || created > after * 1000) &&
    Object.entries(spec.filters).every(([name, valueOf]) => {
      const wanted = call.query[name];
      return wanted === undefined || wanted === String(valueOf(entity));
    })
  );
}

function defaultAfter<Entity>(call: Call, spec: ListSpec<Entity>): number | null {
  return spec.defaultWindowSeconds === null ? null : call.now / 1000 - spec.defaultWindowSeconds;
}

function inOrder<Entity>(entities: readonly Entity[], call: Call, spec: ListSpec<Entity>): readonly Entity[] {
  const word = call.query['orderBy'] ?? spec.defaultOrder;
  const key = spec.orders[word];
  if (key === undefined) throw wrong('orderBy', `one of ${Object.keys(spec.orders).join(', ')}`);
  const sort = call.query['sort'] ?? 'asc';
  if (sort !== 'asc' && sort !== 'desc') throw wrong('sort', 'asc or desc');
  const direction = sort === 'asc' ? 1 : -1;
  return entities
    .map((entity, index) => ({ entity, index, value: key(entity) }))
    .sort((left, right) => direction * (compare(left.value, right.value) || left.index - right.index))
    .map(({ entity }) => entity);
}

function compare(left: string | number, right: string | number): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function wholeNumber(call: Call, name: string, min: number, max: number): number | null {
  const text = call.query[name];
  if (text === undefined) return null;
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) throw wrong(name, `a whole number from ${min} to ${max}`);
  return value;
}

function wrong(name: string, expected: string): Refusal {
  return new Refusal('validation_failed', { problems: `query parameter ${name} must be ${expected}` });
}
