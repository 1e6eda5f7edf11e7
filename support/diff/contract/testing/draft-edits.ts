import { pointerOf, valueAt } from '../../../json/json-pointer.js';

/** A contract that may be edited. */
export type Draft = Record<string, unknown>;

/** The object at a pointer; throws when there is none, so that no edit misses without a word. */
export function at(draft: Draft, pointer: string): Draft {
  const found = valueAt(draft, pointer);
  if (typeof found !== 'object' || found === null) throw new Error(`the contract has nothing at ${pointer}`);
  return found as Draft;
}

/** A schema of the components. */
export function schema(draft: Draft, name: string): Draft {
  return at(draft, pointerOf('components', 'schemas', name));
}

/** The members of a schema of the components. */
export function properties(draft: Draft, name: string): Draft {
  return at(draft, pointerOf('components', 'schemas', name, 'properties'));
}

/** One member of a schema of the components. */
export function property(draft: Draft, name: string, member: string): Draft {
  return at(draft, pointerOf('components', 'schemas', name, 'properties', member));
}

/** An operation. */
export function operation(draft: Draft, path: string, method: string): Draft {
  return at(draft, pointerOf('paths', path, method));
}

/** A list that is there. */
export function list(holder: Draft, member: string): unknown[] {
  const found = holder[member];
  if (!Array.isArray(found)) throw new Error(`${member} is no list`);
  return found;
}

/** Sets members. */
export function put(holder: unknown, members: Draft): void {
  Object.assign(holder as Draft, members);
}

/** Removes a member that is there. */
export function drop(holder: unknown, member: string): void {
  if (!Object.hasOwn(holder as Draft, member)) throw new Error(`there is no ${member} to drop`);
  Reflect.deleteProperty(holder as Draft, member);
}

/** Renames a member in its place; with its schema also in the list of required members. */
export function rename(holder: unknown, from: string, to: string, of?: Draft): void {
  const members = Object.entries(holder as Draft);
  for (const [name] of members) drop(holder, name);
  for (const [name, member] of members) (holder as Draft)[name === from ? to : name] = member;
  if (of !== undefined) of['required'] = list(of, 'required').map((name) => (name === from ? to : name));
}

/** Turns the order of members round. */
export function reverse(draft: Draft, pointer: string): void {
  const holder = at(draft, pointer);
  const members = Object.entries(holder).reverse();
  for (const [name] of members) drop(holder, name);
  for (const [name, member] of members) holder[name] = member;
}

/** Gives a schema of the components another name, wherever it is referred to. */
export function renameSchema(draft: Draft, from: string, to: string): void {
  const text = JSON.stringify(draft).replaceAll(`"#/components/schemas/${from}"`, `"#/components/schemas/${to}"`);
  for (const name of Object.keys(draft)) Reflect.deleteProperty(draft, name);
  Object.assign(draft, JSON.parse(text));
  rename(at(draft, '/components/schemas'), from, to);
}
