import type { Json } from '../../trace/exchange.js';
import { escapeSegment } from '../../json/json-pointer.js';

/** One place of a JSON value. */
export interface JsonPlace {
  readonly pointer: string;
  /** Name of the nearest member around the value; null outside any member. Array items keep the array's name. */
  readonly name: string | null;
  /** Name of the member it is; null for the root and for array items. */
  readonly member: string | null;
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
        visit({ pointer: `${pointer}/${index}`, name, member: null, value: item });
      return;
    }
    const members = here as Readonly<Record<string, Json>>;
    for (const member of Object.keys(members))
      visit({ pointer: `${pointer}/${escapeSegment(member)}`, name: member, member, value: members[member] ?? null });
  };
  visit({ pointer: '', name: null, member: null, value });
  return places;
}
