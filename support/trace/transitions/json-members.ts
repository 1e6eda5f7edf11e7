import type { Exchange, Json } from '../exchange.js';

/** Members of an object; empty for anything else. */
export type Members = Readonly<Record<string, Json>>;

/** A value as an object. */
export function membersOf(value: Json | undefined): Members {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Members) : {};
}

/** The answer's body as an object. */
export function answerOf({ response }: Exchange): Members {
  return response?.body.kind === 'json' ? membersOf(response.body.value) : {};
}

/** The request's body as an object. */
export function requestOf({ request }: Exchange): Members {
  return request.body.kind === 'json' ? membersOf(request.body.value) : {};
}

/** Items of a list answer. */
export function itemsOf(exchange: Exchange): readonly Members[] {
  const items = answerOf(exchange)['items'];
  return Array.isArray(items) ? items.map((item: Json) => membersOf(item)) : [];
}

/** An id as text, or null. */
export function idOf(value: Json | undefined): string | null {
  return (typeof value === 'number' || typeof value === 'string') && value !== '' ? String(value) : null;
}

/** A state as the wire shows it, or null. */
export function stateOf(value: Json | undefined): number | string | null {
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

/** A 2xx answer whose body does not say `status: "error"`. Source: docs/recipe-zero-to-funded-card. */
export function succeeded(exchange: Exchange): boolean {
  const status = exchange.response?.status ?? 0;
  return status >= 200 && status <= 299 && answerOf(exchange)['status'] !== 'error';
}

/** Path segment by its place, counted from 0 after the leading slash; negative from the end. */
export function segment({ request }: Exchange, place: number): string | null {
  return request.path.split('/').slice(1).at(place) ?? null;
}
