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
export function walkJson(value: Json): readonly JsonPlace[] {
  const places: JsonPlace[] = [];
  const visit = (place: JsonPlace): void => {
    places.push(place);
    const { pointer, name, value: here } = place;
    if (typeof here !== 'object' || here === null) return;
    if (Array.isArray(here)) {
      for (const [index, item] of (here as readonly Json[]).entries())
        visit({ pointer: pointer + pointerOf(index), name, value: item });
      return;
    }
    for (const [member, content] of Object.entries(here as Readonly<Record<string, Json>>))
      visit({ pointer: pointer + pointerOf(member), name: member, value: content });
  };
  visit({ pointer: '', name: null, value });
  return places;
}
