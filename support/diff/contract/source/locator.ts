import type { SourceLocation } from '../contract-change.js';

/** Finds where pointers of a document stand in its text; the nearest enclosing place for what is not there. */
export type Locate = (pointer: string) => SourceLocation;

/** Positions of places that are there, by pointer; the root is always one of them. */
export type Positions = ReadonlyMap<string, { readonly line: number; readonly column: number }>;

/** A locator over known positions. */
export function locateIn(positions: Positions): Locate {
  return (pointer) => {
    for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
      const found = positions.get(at);
      if (found !== undefined) return { pointer: at, ...found };
      if (at === '') return { pointer: '', line: 1, column: 1 };
    }
  };
}
