import { segmentsOf } from '../../../json/json-pointer.js';

/** The pointers that are looked for, as a tree, so that a text is read once for all of them. */
export interface WantedPlaces {
  readonly pointer: string;
  readonly below: Map<string, WantedPlaces>;
}

/** Gathers pointers and everything that encloses them. */
export function wantedPlaces(pointers: Iterable<string>): WantedPlaces {
  const root: WantedPlaces = { pointer: '', below: new Map() };
  for (const pointer of pointers) {
    let place = root;
    for (const segment of segmentsOf(pointer)) {
      const known = place.below.get(segment);
      const next = known ?? {
        pointer: `${place.pointer}/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        below: new Map<string, WantedPlaces>(),
      };
      if (known === undefined) place.below.set(segment, next);
      place = next;
    }
  }
  return root;
}
