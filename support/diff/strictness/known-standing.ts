import { isObject, lastSegment, valueAt, type JsonObject } from '../../json/json-pointer.js';
import { referenced } from '../../contract/document/local-reference.js';
import { placesOf, type Standing } from '../../contract/document/places.js';
import { weakest } from '../../contract/document/weakest-standing.js';

/** How well a document knows what stands at its places, as the judge reads it. */
export interface KnownStanding {
  /** Of an object: its own, and that of what it refers to, whichever is weaker. */
  readonly of: (pointer: string) => Standing;
  /** Of each constraint of a schema that is named, by keyword; that a member is required by `required` and its name. */
  readonly ofRules: (pointer: string, keywords: Iterable<string>) => ReadonlyMap<string, Standing>;
  /** True where the list of values is called closed. */
  readonly closed: (pointer: string) => boolean;
  /** Of whatever stands at a pointer, or would: a keyword, a member, an object. */
  readonly near: (pointer: string) => Standing;
}

/** Indexes a document. CON-112 for a mark that nobody knows. */
export function knownStanding(document: JsonObject): KnownStanding {
  const places = placesOf(document);
  const objectAt = (pointer: string): JsonObject => {
    const value = valueAt(document, pointer);
    return isObject(value) ? value : document;
  };
  const of = (pointer: string): Standing => {
    const [target, ...references] = chainFrom(document, objectAt(pointer)).toReversed();
    // A reference that carries no mark says nothing by itself.
    const marked = references.filter((reference) => places.marked(reference));
    return marked.map(places.standing).reduce(weakest, places.standing(target ?? document));
  };
  const presence = (schema: JsonObject, name: string): Standing => {
    const member = membersOf(schema)[name];
    return places.requiredStanding(schema, name) ?? places.standing(isObject(member) ? member : schema);
  };
  return {
    of,
    ofRules: (pointer, keywords) => {
      const schema = objectAt(pointer);
      const required = Object.keys(membersOf(schema)).map(
        (name) => [`required ${name}`, presence(schema, name)] as const,
      );
      return new Map([
        ...[...keywords].map((keyword) => [keyword, places.ruleStanding(schema, keyword)] as const),
        ...required,
      ]);
    },
    closed: (pointer) => places.closedEnum(objectAt(pointer)),
    near: (pointer) => {
      const holder = parentOf(pointer);
      const keyword = isObject(valueAt(document, pointer)) ? null : lastSegment(pointer);
      const known = (at: string): boolean => at === '' || places.pointer(objectAt(at)) === at;
      if (keyword !== null && known(holder)) return places.ruleStanding(objectAt(holder), keyword);
      let at = pointer;
      while (!known(at)) at = parentOf(at);
      return of(at);
    },
  };
}

/** The pointer of what holds a place. */
export function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

/** An object and everything its reference leads to, one after the other. */
function chainFrom(document: JsonObject, first: JsonObject): readonly JsonObject[] {
  const chain = [first];
  for (let next = referenced(document, first['$ref']); next !== null && !chain.includes(next);) {
    chain.push(next);
    next = referenced(document, next['$ref']);
  }
  return chain;
}

function membersOf(schema: JsonObject): JsonObject {
  return isObject(schema['properties']) ? schema['properties'] : {};
}
