import { isObject, pointerOf, valueAt, type JsonObject } from '../../json/json-pointer.js';
import { internValues } from './intern-values.js';

/** A component that has the same content under another name. */
export interface RenamedComponent {
  readonly section: string;
  readonly before: string;
  readonly after: string;
}

/** Finds the components whose name alone changed: gone and new ones of one section with equal content, unambiguously. */
export function renamedComponents(old: JsonObject, next: JsonObject): readonly RenamedComponent[] {
  const values = internValues();
  return sectionsOf(old, next).flatMap((section) => {
    const [before, after] = [named(old, section), named(next, section)];
    const gone = Object.keys(before).filter((name) => !Object.hasOwn(after, name));
    const come = Object.keys(after).filter((name) => !Object.hasOwn(before, name));
    const idOf = (of: JsonObject) => (name: string) => values.idOf(of[name]);
    return gone.flatMap((name) => {
      const id = idOf(before)(name);
      const twins = gone.filter((other) => idOf(before)(other) === id);
      const [found, ...others] = come.filter((other) => idOf(after)(other) === id);
      return found === undefined || others.length > 0 || twins.length > 1
        ? []
        : [{ section, before: name, after: found }];
    });
  });
}

/** Reference to a component. */
export function componentReference(section: string, name: string): string {
  return `#${pointerOf('components', section, name)}`;
}

function sectionsOf(...documents: readonly JsonObject[]): readonly string[] {
  const names = documents.flatMap((document) => {
    const components = document['components'];
    return isObject(components) ? Object.keys(components) : [];
  });
  return [...new Set(names)];
}

function named(document: JsonObject, section: string): JsonObject {
  const held = valueAt(document, pointerOf('components', section));
  return isObject(held) ? held : {};
}
