import { pointerOf } from '../../json/json-pointer.js';
import type { Check, CheckEvidence } from '../../verdict/check.js';

/** Which places of its evidence a check looked at. */
export interface ReadPlaces {
  /** True when it read the place, or listed the members of the object that holds it. */
  readonly has: (exchange: number, pointer: string) => boolean;
}

/** Evaluates a check on evidence that notes what is read of it. Checks are pure, so this changes nothing. */
export function readPlaces(check: Check, evidence: CheckEvidence): ReadPlaces {
  const read = new Set<string>();
  const noted = new Map<object, object>();
  const watched = <T extends object>(value: T, place: string): T => {
    const known = noted.get(value);
    if (known !== undefined) return known as T;
    const proxy = new Proxy(value, {
      get: (target, name, receiver) => {
        const found: unknown = Reflect.get(target, name, receiver);
        if (typeof name === 'symbol') return found;
        const at = place + pointerOf(name);
        read.add(at);
        return typeof found === 'object' && found !== null ? watched(found, at) : found;
      },
      has: (target, name) => {
        if (typeof name === 'string') read.add(place + pointerOf(name));
        return Reflect.has(target, name);
      },
      ownKeys: (target) => {
        read.add(`${place}/`);
        return Reflect.ownKeys(target);
      },
    });
    noted.set(value, proxy);
    return proxy;
  };
  check.evaluate({ ...evidence, exchanges: watched(evidence.exchanges, '') });
  return {
    has: (exchange, pointer) => {
      const at = pointerOf(exchange) + pointer;
      return read.has(at) || read.has(at.slice(0, at.lastIndexOf('/') + 1));
    },
  };
}
