import { isObject, pointerOf } from '../../json/json-pointer.js';

/** Why two values cannot be merged, and where. */
export class MergeProblem extends Error {
  override readonly name = 'MergeProblem';

  constructor(
    readonly pointer: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Merges an overlay's update into a value by the rules of OpenAPI Overlay 1.0: objects member by member, arrays are
 * concatenated, plain values replaced. Values of different form throw {@link MergeProblem}. Neither input is changed.
 */
export function mergeJson(target: unknown, update: unknown, pointer = ''): unknown {
  if (isObject(target) && isObject(update)) {
    const merged = new Map(Object.entries(target));
    for (const [name, value] of Object.entries(update)) {
      const at = pointer + pointerOf(name);
      merged.set(name, Object.hasOwn(target, name) ? mergeJson(target[name], value, at) : structuredClone(value));
    }
    return Object.fromEntries(merged);
  }
  if (Array.isArray(target) && Array.isArray(update))
    return [...(target as unknown[]), ...structuredClone(update as unknown[])];
  if (formOf(target) === 'plain' && formOf(update) === 'plain') return update;
  throw new MergeProblem(pointer, `the contract has ${named[formOf(target)]} and the update ${named[formOf(update)]}`);
}

const named = { object: 'an object', array: 'an array', plain: 'a plain value' } as const;

function formOf(value: unknown): keyof typeof named {
  if (Array.isArray(value)) return 'array';
  return isObject(value) ? 'object' : 'plain';
}
