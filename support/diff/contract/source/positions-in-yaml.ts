import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { Positions } from './locator.js';
import type { WantedPlaces } from './wanted-places.js';

/** Where the wanted places stand in YAML text: at their names, or at the item of a list. What an alias stands for is not entered. */
export function positionsInYaml(text: string, wanted: WantedPlaces): Positions {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'error' });
  const found = new Map<string, { readonly line: number; readonly column: number }>();
  const meet = (place: WantedPlaces, node: unknown) => {
    const offset = (node as Node | null)?.range?.[0];
    if (offset === undefined) return;
    const { line, col } = lines.linePos(offset);
    found.set(place.pointer, { line, column: col });
  };
  const enter = (node: unknown, place: WantedPlaces) => {
    if (place.below.size === 0) return;
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        const below = place.below.get(String(isScalar(key) ? key.value : key));
        if (below === undefined) continue;
        meet(below, key);
        enter(value, below);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        const below = place.below.get(String(index));
        if (below === undefined) continue;
        meet(below, item);
        enter(item, below);
      }
    }
  };
  found.set('', { line: 1, column: 1 });
  enter(document.contents, wanted);
  return found;
}
