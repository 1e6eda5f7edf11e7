import type { Json } from '../../trace/exchange.js';
import { pointerOf } from '../document/json-pointer.js';

/** One place of a JSON value. */
export interface JsonPlace {
  readonly pointer: string;
  /** Name of the nearest member around the value; null outside any member. Array items keep the array's name. */
  readonly name: string | null;
  readonly value: Json;
}

/** Lists every place of a JSON value, parents before children. */
export function* walkJson(value: Json, pointer = '', name: string | null = null): Generator<JsonPlace> {
  yield { pointer, name, value };
  if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly Json[]).entries())
      yield* walkJson(item, pointer + pointerOf(index), name);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [member, content] of Object.entries(value as Readonly<Record<string, Json>>)) {
    yield* walkJson(content, pointer + pointerOf(member), member);
  }
}
