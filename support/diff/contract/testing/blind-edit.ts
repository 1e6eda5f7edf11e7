import { isObject, pointerOf } from '../../../json/json-pointer.js';

/** A number from 0 up to, not including, 1. */
export type Random = () => number;

type Json = Record<string, unknown> | unknown[];

/** A place that holds other values, with its pointer. */
interface Holder {
  readonly at: string;
  readonly value: Json;
}

/** Something that was done to a document without knowing what any of it means. */
export interface BlindEdit {
  readonly what: string;
  readonly at: string;
}

/** What can be done to a list or an object, knowing only that it is JSON. */
const edits: readonly ((holder: Holder, random: Random) => BlindEdit | null)[] = [
  (holder, random) => onEntry(holder, random, 'removed', (value, name) => removeEntry(value, name)),
  (holder, random) =>
    onEntry(holder, random, 'altered', (value, name) => {
      put(value, name, altered(entry(value, name), random));
    }),
  (holder, random) =>
    onEntry(holder, random, 'replaced', (value, name) => {
      put(value, name, scalar(random));
    }),
  ({ at, value }, random) => {
    const name = `blind${Math.floor(random() * 1e6)}`;
    if (Array.isArray(value)) value.splice(Math.floor(random() * (value.length + 1)), 0, scalar(random));
    else value[name] = scalar(random);
    return { what: 'added', at: at + pointerOf(name) };
  },
  ({ at, value }, random) => {
    if (Array.isArray(value)) value.reverse();
    else {
      const members = Object.entries(value);
      for (const [name] of members) Reflect.deleteProperty(value, name);
      const cut = Math.floor(random() * members.length);
      for (const [name, member] of [...members.slice(cut), ...members.slice(0, cut)]) value[name] = member;
    }
    return { what: 'reordered', at };
  },
];

/** Alters a document at one random place, in place. The result may be no OpenAPI at all; that is the point. */
export function blindEdit(document: Record<string, unknown>, random: Random): BlindEdit {
  const holders = [...holdersOf(document, '')];
  const before = JSON.stringify(document);
  for (;;) {
    const [holder, edit] = [pick(holders, random), pick(edits, random)];
    const done = edit(holder, random);
    if (done !== null && JSON.stringify(document) !== before) return done;
  }
}

function* holdersOf(value: unknown, at: string): Generator<Holder> {
  if (!Array.isArray(value) && !isObject(value)) return;
  yield { at, value: value as Json };
  for (const [name, member] of Object.entries(value)) yield* holdersOf(member, at + pointerOf(name));
}

function onEntry(
  { at, value }: Holder,
  random: Random,
  what: string,
  act: (value: Json, name: string) => void,
): BlindEdit | null {
  const names = Object.keys(value);
  if (names.length === 0) return null;
  const name = pick(names, random);
  act(value, name);
  return { what, at: at + pointerOf(name) };
}

function entry(value: Json, name: string): unknown {
  return (value as Record<string, unknown>)[name];
}

function put(value: Json, name: string, member: unknown): void {
  (value as Record<string, unknown>)[name] = member;
}

function removeEntry(value: Json, name: string): void {
  if (Array.isArray(value)) value.splice(Number(name), 1);
  else Reflect.deleteProperty(value, name);
}

/** A value of the same kind that is another one; objects and lists become scalars. */
function altered(value: unknown, random: Random): unknown {
  if (typeof value === 'string') return `${value} blind`;
  if (typeof value === 'number') return value + 1 + Math.floor(random() * 9);
  return typeof value === 'boolean' ? !value : scalar(random);
}

function scalar(random: Random): unknown {
  return pick([null, true, false, 0, 7, -1, 'blind', 'string', ''], random);
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}
