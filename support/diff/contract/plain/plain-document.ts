import { documentKinds, type MemberKind, type NodeKind } from '../../../contract/document/document-kinds.js';
import { isObject, localPointer, pointerOf, segmentsOf, type JsonObject } from '../../../json/json-pointer.js';
import { plainly } from './plain-writings.js';
import { itemsOf, membersOf, type WrittenMember } from './written-schema.js';

/** A document in its plainest writing: documents that say the same in ways this knows become equal. */
export interface PlainDocument {
  readonly document: JsonObject;
  /** Where something stands in the document as it was read. */
  readonly sourceOf: (pointer: string) => string;
  /** How each schema was written that could be written more plainly, by its place in the document as it was read. */
  readonly writings: ReadonlyMap<string, string>;
}

/** Writes every schema of an OpenAPI 3.1 document as plainly as it can be. The input is not changed; what is plain is shared. */
export function plainDocument(document: JsonObject): PlainDocument {
  const writing = new Writing(document);
  const plain = writing.node('document', { value: document, at: '' }) as JsonObject;
  return { document: plain, sourceOf: (pointer) => writing.sourceOf(plain, pointer), writings: writing.writings };
}

class Writing {
  readonly writings = new Map<string, string>();
  /** Where the members of rewritten objects and lists came from. */
  readonly #sources = new WeakMap<object, ReadonlyMap<string, string>>();
  /** Places that something refers to by the way through others: none of these may give way. */
  readonly #pinned: ReadonlySet<string>;

  constructor(readonly document: JsonObject) {
    this.#pinned = pinnedIn(document);
  }

  node(kind: NodeKind, held: WrittenMember): unknown {
    if (!isObject(held.value)) return held.value;
    const written = membersOf(held.value, held.at);
    const plain =
      kind === 'schema' && !this.#pinned.has(held.at)
        ? plainly(written, this.document)
        : { schema: written, names: [] };
    if (plain.names.length > 0) this.writings.set(held.at, plain.names.join(', '));
    let changed = plain.names.length > 0;
    const members: [string, unknown][] = [];
    for (const [name, member] of plain.schema) {
      const below = memberKind(kind, name);
      const value = below === undefined ? member.value : this.#held(below, member);
      changed ||= value !== member.value;
      members.push([name, value]);
    }
    if (!changed) return held.value;
    const result = Object.fromEntries(members);
    if (plain.names.length > 0)
      this.#sources.set(result, new Map([...plain.schema].map(([name, { at }]) => [name, at])));
    return result;
  }

  #held({ kind, holding }: MemberKind, member: WrittenMember): unknown {
    if (holding === 'one') return this.node(kind, member);
    if (holding === 'list') return this.#list(kind, member);
    if (!isObject(member.value)) return member.value;
    const entries = Object.entries(member.value);
    const plain = entries.map(([name, value]) => this.node(kind, { value, at: member.at + pointerOf(name) }));
    if (plain.every((value, index) => value === entries[index]?.[1])) return member.value;
    return Object.fromEntries(entries.map(([name], index) => [name, plain[index]]));
  }

  #list(kind: NodeKind, member: WrittenMember): unknown {
    const items = itemsOf(member);
    if (items === null) return member.value;
    const plain = items.map((item) => this.node(kind, item));
    if (member.itemsAt === undefined && plain.every((value, index) => value === items[index]?.value))
      return member.value;
    this.#sources.set(plain, new Map(items.map(({ at }, index) => [String(index), at])));
    return plain;
  }

  sourceOf(plain: JsonObject, pointer: string): string {
    let [value, source] = [plain as unknown, ''];
    for (const segment of segmentsOf(pointer)) {
      const moved = typeof value === 'object' && value !== null ? this.#sources.get(value)?.get(segment) : undefined;
      source = moved ?? source + pointerOf(segment);
      value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[segment] : undefined;
    }
    return source;
  }
}

function memberKind(kind: NodeKind, name: string): MemberKind | undefined {
  if (kind === 'responses') return name.startsWith('x-') ? undefined : { kind: 'response', holding: 'one' };
  const members = documentKinds[kind];
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

/** Every place above one that something refers to, but for components as a whole. */
function pinnedIn(document: JsonObject): ReadonlySet<string> {
  const pinned = new Set<string>();
  const open: unknown[] = [document];
  for (let value = open.pop(); value !== undefined || open.length > 0; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const reference = (value as Record<string, unknown>)['$ref'];
    const pointer = typeof reference === 'string' ? localPointer(reference) : null;
    if (pointer !== null && !/^\/components\/[^/]+\/[^/]+$/.test(pointer)) {
      for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) pinned.add(at);
    }
    for (const member of Object.values(value)) open.push(member);
  }
  return pinned;
}
