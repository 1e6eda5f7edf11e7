import { pointerOf } from '../../json/json-pointer.js';
import type { Json } from '../../trace/exchange.js';

/** One place of a value that travelled. */
export interface ValueSpot {
  /** As the targets name it: items of a list are `*`. */
  readonly place: string;
  /** JSON Pointer inside the value. */
  readonly pointer: string;
  readonly value: Json;
}

/** Every place of a value, parents first. */
export function valueSpots(value: Json, place = ''): readonly ValueSpot[] {
  const spots: ValueSpot[] = [];
  visit({ place, pointer: '', value }, spots);
  return spots;
}

function visit(spot: ValueSpot, spots: ValueSpot[]): void {
  const { place, pointer, value } = spot;
  spots.push(spot);
  if (typeof value !== 'object' || value === null) return;
  const inList = Array.isArray(value);
  for (const [name, member] of Object.entries(value as Readonly<Record<string, Json>>)) {
    const step = pointerOf(name);
    visit({ place: place + (inList ? '/*' : step), pointer: pointer + step, value: member }, spots);
  }
}
