import type { Json } from './exchange.js';

/** A JSON object under construction. */
export type OpenObject = Record<string, Json>;

/** Adds a member as JSON means it: `__proto__` is a name like any other. */
export function setMember(object: OpenObject, name: string, value: Json): void {
  if (name === '__proto__') {
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  } else object[name] = value;
}
