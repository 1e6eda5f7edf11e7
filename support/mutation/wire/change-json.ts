import { segmentsOf } from '../../json/json-pointer.js';
import type { ExchangeResponse, Json } from '../../trace/exchange.js';

/** Gives a value in the place of another; undefined stands for no member, before and after. */
export type Change = (value: Json | undefined) => Json | undefined;

/**
 * A copy of a JSON value with another value at a pointer. The value itself comes back where the pointer leads nowhere or
 * nothing changes, so that the caller sees that the change does not fit.
 */
export function changeJson(value: Json, pointer: string, change: Change): Json {
  const changed = step(value, segmentsOf(pointer), change);
  if (changed === undefined) throw new Error('the root of a body cannot be removed by a pointer');
  return changed;
}

function step(value: Json | undefined, segments: readonly string[], change: Change): Json | undefined {
  const [name, ...rest] = segments;
  if (name === undefined) return change(value);
  if (typeof value !== 'object' || value === null) return value;
  return isList(value) ? inList(value, Number(name), rest, change) : inObject(value, name, rest, change);
}

function inList(list: readonly Json[], index: number, rest: readonly string[], change: Change): Json {
  const item = list[index];
  if (item === undefined) return list;
  const changed = step(item, rest, change);
  return changed === item || changed === undefined ? list : list.with(index, changed);
}

function inObject(
  members: Readonly<Record<string, Json>>,
  name: string,
  rest: readonly string[],
  change: Change,
): Json {
  const own = Object.hasOwn(members, name) ? members[name] : undefined;
  const changed = step(own, rest, change);
  if (changed === own) return members;
  if (changed !== undefined) return { ...members, [name]: changed };
  return Object.fromEntries(Object.entries(members).filter(([other]) => other !== name));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Makes a change of an answer's JSON body; an answer it does not fit comes back as it is. */
export function changingBody(pointer: string, change: Change): (response: ExchangeResponse) => ExchangeResponse {
  return (response) => {
    if (response.body.kind !== 'json') return response;
    const value = changeJson(response.body.value, pointer, change);
    return value === response.body.value ? response : { ...response, body: { ...response.body, value } };
  };
}
