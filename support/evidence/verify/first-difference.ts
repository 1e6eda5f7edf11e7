import { isDeepStrictEqual } from 'node:util';
import { pointerOf } from '../../json/json-pointer.js';
import { isRecord } from './json-shape.js';

/** Where two texts differ first: a JSON Pointer where both are JSON, else a line. Both must differ. */
export function firstDifference(recorded: string, follows: string): string {
  const [before, after] = [parsed(recorded), parsed(follows)];
  const pointer = before === null || after === null ? null : pointerTo(before.value, after.value);
  return pointer ?? `line ${lineOf(recorded, follows)}`;
}

function parsed(text: string): { readonly value: unknown } | null {
  if (!/^\s*[{[]/.test(text)) return null;
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    // Not JSON, so a line is named instead.
    return null;
  }
}

/** Null when the values are equal and only the way they are written differs. */
function pointerTo(before: unknown, after: unknown, pointer = ''): string | null {
  if (isDeepStrictEqual(before, after)) return null;
  const [a, b] = [membersOf(before), membersOf(after)];
  if (a === null || b === null || Array.isArray(before) !== Array.isArray(after)) return pointer || '/';
  const name = [...new Set([...Object.keys(a), ...Object.keys(b)])].find((one) => !isDeepStrictEqual(a[one], b[one]));
  return name === undefined ? null : pointerTo(a[name], b[name], pointer + pointerOf(name));
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> | null {
  if (Array.isArray(value)) return Object.fromEntries(value.entries());
  return isRecord(value) ? value : null;
}

function lineOf(recorded: string, follows: string): number {
  const [before, after] = [recorded.split('\n'), follows.split('\n')];
  const index = before.findIndex((line, at) => line !== after[at]);
  return (index < 0 ? before.length : index) + 1;
}
