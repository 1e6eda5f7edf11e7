import { isObject } from '../../json/json-pointer.js';

/** Numbers that are equal for equal JSON values, member order included, so that large documents are compared once. */
export interface InternedValues {
  idOf(value: unknown): number;
  /** True when a reference stands anywhere in the value. */
  refers(value: unknown): boolean;
}

/**
 * Interns JSON values. `renamed` maps a reference to the one it was called before, so that a component's new name makes no
 * difference where it is used.
 */
export function internValues(renamed: ReadonlyMap<string, string> = new Map()): InternedValues {
  const ids = new Map<string, number>();
  const known = new WeakMap<object, number>();
  const referring = new WeakSet<object>();
  const idOfText = (text: string): number => {
    const earlier = ids.get(text);
    if (earlier !== undefined) return earlier;
    ids.set(text, ids.size);
    return ids.size - 1;
  };
  const textOf = (value: object): string => {
    if (Array.isArray(value)) return `[${value.map(idOf).join(',')}]`;
    const members = Object.entries(value).map(
      ([name, member]) => `${JSON.stringify(name)}:${idOf(plain(name, member))}`,
    );
    return `{${members.join(',')}}`;
  };
  const plain = (name: string, member: unknown): unknown =>
    name === '$ref' && typeof member === 'string' ? (renamed.get(member) ?? member) : member;
  function idOf(value: unknown): number {
    if (!Array.isArray(value) && !isObject(value))
      return idOfText(value === undefined ? 'undefined' : JSON.stringify(value));
    const earlier = known.get(value);
    if (earlier !== undefined) return earlier;
    const id = idOfText(textOf(value));
    known.set(value, id);
    const refers = Object.hasOwn(value, '$ref') || Object.values(value).some(holdsReference);
    if (refers) referring.add(value);
    return id;
  }
  const holdsReference = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && referring.has(value);
  return {
    idOf,
    refers: (value) => {
      idOf(value);
      return holdsReference(value);
    },
  };
}
