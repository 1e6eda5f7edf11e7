import { visit } from 'jsonc-parser';
import type { Positions } from './locator.js';
import type { WantedPlaces } from './wanted-places.js';

type Position = { readonly line: number; readonly column: number };

/** Where the wanted places stand in JSON text: at their names, or at the item of a list. One pass, whatever is wanted. */
export function positionsInJson(text: string, wanted: WantedPlaces): Positions {
  const found = new Map<string, Position>([['', { line: 1, column: 1 }]]);
  // The place each open object or list stands for; null where nothing below it is wanted.
  const open: { readonly place: WantedPlaces | null; index: number | null }[] = [];
  let next: WantedPlaces | null = wanted;
  const meet = (place: WantedPlaces | null, line: number, column: number) => {
    if (place !== null && place !== wanted) found.set(place.pointer, { line: line + 1, column: column + 1 });
  };
  const beginValue = (line: number, column: number) => {
    const holder = open.at(-1);
    if (holder === undefined || holder.index === null) return;
    next = holder.place?.below.get(String(holder.index)) ?? null;
    meet(next, line, column);
  };
  visit(text, {
    onObjectBegin: (_offset, _length, line, column) => {
      beginValue(line, column);
      open.push({ place: next, index: null });
    },
    onObjectProperty: (name, _offset, _length, line, column) => {
      next = open.at(-1)?.place?.below.get(name) ?? null;
      meet(next, line, column);
    },
    onArrayBegin: (_offset, _length, line, column) => {
      beginValue(line, column);
      open.push({ place: next, index: 0 });
    },
    onLiteralValue: (_value, _offset, _length, line, column) => beginValue(line, column),
    onObjectEnd: () => void open.pop(),
    onArrayEnd: () => void open.pop(),
    onSeparator: (character) => {
      const holder = open.at(-1);
      if (character === ',' && holder !== undefined && holder.index !== null) holder.index += 1;
    },
  });
  return found;
}
