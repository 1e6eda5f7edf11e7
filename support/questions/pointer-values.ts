import type { Body, Exchange, Json } from '../trace/exchange.js';
import { wrappers } from '../verdict/checks/answer.js';

/** What a probe's pointer leads to. */
export interface PointedAt {
  /** Every value found; several where a segment is `*`. */
  readonly values: readonly Json[];
  /** True when there was an object or list that could have held the last segment: only then is absence a fact. */
  readonly known: boolean;
}

const nothing: PointedAt = { values: [], known: false };

/**
 * Follows a probe's pointer into an exchange. Bodies are meant by their JSON value; no body at all is an object without
 * members, text is not known. How single objects nest is an open question (K-05), so an object one level down counts as
 * well unless `exact`. A segment `*` is every entry of a list.
 */
export function valuesAt(exchange: Exchange, pointer: string, exact = false): PointedAt {
  const { side, part, rest } = stepsOf(pointer);
  const { request, response } = exchange;
  if (side === 'identity') return single(exchange.identity);
  if (side === 'expectedInvalid') return single(exchange.expectedInvalid);
  if (side === 'request' && part === 'query') return follow(request.query, rest);
  if (side === 'request' && part === 'body') return inBody(request.body, rest, exact);
  if (side !== 'response' || response === null) return nothing;
  if (part === 'status') return single(response.status);
  return part === 'headers' ? follow(response.headers, rest) : inBody(response.body, rest, exact);
}

function single(value: Json): PointedAt {
  return { values: [value], known: true };
}

function inBody(body: Body, segments: readonly string[], exact: boolean): PointedAt {
  if (body.kind === 'text') return nothing;
  const value: Json = body.kind === 'none' ? {} : body.value;
  const places = exact ? [''] : wrappers;
  let first: PointedAt | null = null;
  for (const place of places) {
    const found = follow(value, place === '' ? segments : [...place.split('/').slice(1), ...segments]);
    if (found.values.length > 0) return found;
    first ??= found;
  }
  return first ?? nothing;
}

function follow(value: Json, [segment, ...rest]: readonly string[]): PointedAt {
  if (segment === undefined) return single(value);
  if (typeof value !== 'object' || value === null) return nothing;
  if (segment === '*') {
    const entries = Array.isArray(value) ? (value as readonly Json[]).map((entry) => follow(entry, rest)) : [];
    return { values: entries.flatMap(({ values }) => values), known: entries.some(({ known }) => known) };
  }
  const member = Object.hasOwn(value, segment) ? (value as Readonly<Record<string, Json>>)[segment] : undefined;
  if (member === undefined) return rest.length === 0 ? { values: [], known: true } : nothing;
  return follow(member, rest);
}

/** A pointer taken apart. */
interface Steps {
  readonly side: string;
  readonly part: string;
  readonly rest: readonly string[];
}

/** The register has some hundred pointers, and each is followed into every exchange it can be about. */
const known = new Map<string, Steps>();

function stepsOf(pointer: string): Steps {
  const before = known.get(pointer);
  if (before !== undefined) return before;
  const [, side = '', part = '', ...rest] = pointer.split('/').map(decoded);
  const steps = { side, part, rest };
  known.set(pointer, steps);
  return steps;
}

function decoded(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}
