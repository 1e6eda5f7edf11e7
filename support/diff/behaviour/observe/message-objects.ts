import { isObject, pointerOf, type JsonObject } from '../../../json/json-pointer.js';
import { jsonTypeOf } from '../../../contract/schema/json-type.js';
import type { ObservedType } from '../observed-operation.js';
import { jsonIn, mediaTypeOf, type Message } from './message.js';
import { wordOf } from './word-of.js';

/** What must be known to read a message. */
export interface Reading {
  /** Names of members whose values the contract lists. */
  readonly words: ReadonlySet<string>;
  readonly stateMembers: ReadonlySet<string>;
  /** JSON Pointers below the body: members that the contract does not name. */
  readonly undocumentedMembers: ReadonlySet<string>;
  /** JSON Pointers below the body: members whose value the contract does not list. */
  readonly undocumentedValues: ReadonlySet<string>;
  /** Pointers below the body of masked values that were numbers. */
  readonly maskedNumbers: ReadonlySet<string>;
}

/** A member as one object has it. */
export interface SeenMember {
  readonly types: ReadonlySet<ObservedType>;
  readonly documented: boolean;
}

/** An object of a message; the message itself is the outermost. */
export interface SeenObject {
  readonly at: string;
  readonly state: string;
  readonly members: ReadonlyMap<string, SeenMember>;
}

/** A known word in a message. */
export interface SeenValue {
  readonly at: string;
  readonly value: string;
  readonly documented: boolean;
  /** True for a state of an object, which a later reading may show changed. */
  readonly isState: boolean;
  /** True below a list, where other objects than those of the scenario may stand. */
  readonly listed: boolean;
}

/** What a message holds: objects with their members, and known words; nothing else of it is kept. */
export interface MessageContent {
  readonly objects: readonly SeenObject[];
  readonly values: readonly SeenValue[];
}

/** Names that are data rather than names, such as the keys of a map by id, count as one. */
const memberName = /^[A-Za-z_$][A-Za-z0-9_.$-]{0,63}$/;
const anyName = '{name}';
const deepest = 40;

/** Takes a message apart. */
export function contentOf(message: Message, reading: Reading): MessageContent {
  const reader = new MessageReader(reading);
  const body = jsonIn(message.body);
  const members = new Map<string, SeenMember>();
  for (const name of Object.keys(message.headers)) members.set(pointerOf('headers', name).slice(1), plain('string'));
  members.set('body', plain(body === undefined ? emptyType(message.body.kind) : jsonTypeOf(body)));
  reader.objects.push({ at: '', state: '', members });
  const mediaType = mediaTypeOf(message);
  const value = { documented: true, isState: false, listed: false };
  if (mediaType !== null) reader.values.push({ at: '/headers/content-type', value: mediaType, ...value });
  if (body !== undefined) reader.walk(body, { at: '/body', pointer: '', state: '', depth: 0 });
  for (const [pointer, shape] of message.withheld) reader.withheld(`/body${pointer}/*`, shape);
  return reader;
}

interface Spot {
  readonly at: string;
  readonly pointer: string;
  readonly state: string;
  readonly depth: number;
}

class MessageReader implements MessageContent {
  readonly objects: SeenObject[] = [];
  readonly values: SeenValue[] = [];

  constructor(private readonly reading: Reading) {}

  walk(value: unknown, spot: Spot): void {
    if (spot.depth > deepest) return;
    if (Array.isArray(value)) for (const [index, item] of value.entries()) this.walk(item, below(spot, '*', index));
    else if (isObject(value)) this.#object(value, spot);
  }

  withheld(at: string, shape: Readonly<Record<string, readonly string[]>>): void {
    const members = Object.entries(shape).map(
      ([name, types]) => [nameOf(name), { types: new Set(types as ObservedType[]), documented: true }] as const,
    );
    if (members.length > 0) this.objects.push({ at, state: '', members: new Map(members) });
  }

  #object(value: JsonObject, spot: Spot): void {
    const state = [spot.state, stateOf(value, this.reading)].filter((text) => text !== '').join(' ');
    const members = new Map<string, SeenMember>();
    for (const [name, member] of Object.entries(value)) {
      const place = below({ ...spot, state }, nameOf(name), name);
      this.#member(members, nameOf(name), member, place);
      if (this.reading.words.has(name) && !isObject(member) && !Array.isArray(member)) this.#value(name, member, place);
      this.walk(member, place);
    }
    this.objects.push({ at: spot.at, state, members });
  }

  /** Notes a member, and what a list of plain values holds. */
  #member(members: Map<string, SeenMember>, name: string, value: unknown, { pointer }: Spot): void {
    const documented = !this.reading.undocumentedMembers.has(pointer);
    const known = members.get(name);
    members.set(name, {
      types: new Set([...(known?.types ?? []), this.#typeOf(value, pointer)]),
      documented: documented && (known?.documented ?? true),
    });
    if (!Array.isArray(value)) return;
    for (const [index, item] of value.entries())
      if (!isObject(item)) this.#member(members, `${name}/*`, item, { ...nowhere, pointer: `${pointer}/${index}` });
  }

  #typeOf(value: unknown, pointer: string): ObservedType {
    return this.reading.maskedNumbers.has(pointer) ? 'number' : jsonTypeOf(value);
  }

  #value(name: string, value: unknown, { at, pointer }: Spot): void {
    this.values.push({
      ...{ at, value: wordOf(value), isState: this.reading.stateMembers.has(name), listed: at.includes('/*') },
      documented: !this.reading.undocumentedValues.has(pointer),
    });
  }
}

const nowhere: Spot = { at: '', pointer: '', state: '', depth: 0 };

function below(spot: Spot, name: string, real: string | number): Spot {
  return {
    at: `${spot.at}${pointerOf(name)}`,
    pointer: `${spot.pointer}${pointerOf(real)}`,
    state: spot.state,
    depth: spot.depth + 1,
  };
}

function nameOf(name: string): string {
  return memberName.test(name) ? name : anyName;
}

function stateOf(object: JsonObject, { stateMembers, words }: Reading): string {
  return Object.entries(object)
    .filter(([name, value]) => stateMembers.has(name) && words.has(name) && typeof value !== 'object')
    .map(([name, value]) => `${name}=${wordOf(value)}`)
    .sort()
    .join(' ');
}

function emptyType(kind: Message['body']['kind']): ObservedType {
  return kind === 'none' ? 'none' : 'text';
}

function plain(type: ObservedType): SeenMember {
  return { types: new Set([type]), documented: true };
}
