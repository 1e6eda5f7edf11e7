import { walkDocument, type DocumentNode } from '../../../contract/document/document-walk.js';
import { isObject, pointerOf, valueAt } from '../../../json/json-pointer.js';
import type { Random } from './blind-edit.js';
import { renameSchema, type Draft } from './draft-edits.js';

/** Another writing of the same contract. */
export interface Rewriting {
  readonly what: string;
  /** Writes one random place of a document in another way, in place; false when nothing in it can be written that way. */
  readonly rewrite: (draft: Draft, random: Random) => boolean;
}

const annotating = /^(description|title|x-.*)$/;
const single = ['allOf', 'anyOf', 'oneOf'] as const;

/** Every way in which a contract can be written that means nothing else. */
export const rewritings: readonly Rewriting[] = [
  schemas('a reference inside allOf', refers, (schema) => wrap(schema, 'allOf', ['$ref'])),
  ...single.map((keyword) =>
    schemas(`a schema inside ${keyword} of one`, inPlace, (schema) =>
      wrap(
        schema,
        keyword,
        Object.keys(schema).filter((name) => !annotating.test(name)),
      ),
    ),
  ),
  schemas(
    'a type as a list',
    ({ type }) => typeof type === 'string',
    (schema) => (schema['type'] = [schema['type']]),
  ),
  ...(['anyOf', 'oneOf'] as const).map((keyword) => schemas(`null as a branch of ${keyword}`, isNullable, (schema, random) => withNullBranch(schema, keyword, random))), // prettier-ignore
  schemas('one listed value as a constant', ofOneValue, (schema) => {
    schema['const'] = (schema['enum'] as unknown[])[0];
    Reflect.deleteProperty(schema, 'enum');
  }),
  schemas(
    'a constant as a listed value',
    (schema) => Object.hasOwn(schema, 'const'),
    (schema) => {
      schema['enum'] = [schema['const']];
      Reflect.deleteProperty(schema, 'const');
    },
  ),
  schemas('a whole number above another as one that is at least', isWhole('minimum'), (schema) => {
    schema['exclusiveMinimum'] = Number(schema['minimum']) - 1;
    Reflect.deleteProperty(schema, 'minimum');
  }),
  schemas(
    'an example as a list of examples',
    (schema) => Object.hasOwn(schema, 'example'),
    (schema) => {
      schema['examples'] = [schema['example']];
      Reflect.deleteProperty(schema, 'example');
    },
  ),
  schemas('what admits anything written out', (schema) => schema['type'] === 'object' && !('additionalProperties' in schema), (schema, random) => (schema['additionalProperties'] = random() < 0.5 ? true : {})), // prettier-ignore
  schemas(
    'limits that limit nothing written out',
    ({ type }) => type === 'string' || type === 'array',
    (schema) => {
      schema[schema['type'] === 'array' ? 'minItems' : 'minLength'] ??= 0;
    },
  ),
  schemas('a schema as a component', inPlace, (schema, random, draft) => toComponent(draft, 'schemas', schema, random)),
  schemas('a component in place', refers, (schema, _random, draft) => inline(draft, schema)),
  ...(['parameter', 'response', 'request-body'] as const).flatMap((kind) => [
    nodes(kind, `a ${kind} as a component`, inPlace, (value, random, draft) => toComponent(draft, sectionOf[kind], value, random)), // prettier-ignore
    nodes(kind, `the component of a ${kind} in place`, refers, (value, _random, draft) => inline(draft, value)),
  ]),
  nodes(
    'parameter',
    'the defaults of a parameter written out',
    (value) => value['in'] === 'query',
    (value) => {
      Object.assign(value, { required: value['required'] ?? false, style: 'form', explode: true, deprecated: value['deprecated'] ?? false }); // prettier-ignore
    },
  ),
  nodes('path-item', 'parameters of an operation for its whole path', (item) => operationsIn(item).length === 1, (item) => hoist(item)), // prettier-ignore
  nodes('path-item', 'parameters of a path in its operations', (item) => Array.isArray(item['parameters']), (item) => pushDown(item)), // prettier-ignore
  nodes('operation', 'what every operation asks for written in one of them', (value) => !('security' in value), (value, _random, draft) => {
    if (draft['security'] !== undefined) value['security'] = structuredClone(draft['security']);
  }), // prettier-ignore
  nodes(
    'response',
    'the name of a header in another case',
    (value) => isObject(value['headers']),
    (value) => {
      value['headers'] = Object.fromEntries(
        Object.entries(value['headers'] as Draft).map(([name, header]) => [name.toLowerCase(), header]),
      );
    },
  ),
  { what: 'a component under another name', rewrite: (draft, random) => renameOne(draft, random) },
];

const sectionOf = { parameter: 'parameters', response: 'responses', 'request-body': 'requestBodies' } as const;

type Rewrite = (value: Draft, random: Random, draft: Draft) => unknown;

function schemas(what: string, fits: (schema: Draft) => boolean, rewrite: Rewrite): Rewriting {
  return nodes('schema', what, fits, rewrite);
}

function nodes(kind: DocumentNode['kind'], what: string, fits: (value: Draft) => boolean, rewrite: Rewrite): Rewriting {
  return {
    what,
    rewrite: (draft, random) => {
      const found: Draft[] = [];
      const held = new Set<unknown>();
      walkDocument(draft, (node) => {
        const value = node.value as Draft;
        // What the calls of the platform share no section with stays as it is; a place that two hold is one place.
        if (node.kind === kind && fits(value) && !held.has(value)) found.push(value);
        held.add(value);
      });
      const value = found[Math.floor(random() * found.length)];
      if (value === undefined) return false;
      rewrite(value, random, draft);
      return true;
    },
  };
}

function refers(value: Draft): boolean {
  return typeof value['$ref'] === 'string';
}

function inPlace(value: Draft): boolean {
  return !refers(value) && value['discriminator'] === undefined && Object.keys(value).some((name) => !annotating.test(name)); // prettier-ignore
}

function ofOneValue(schema: Draft): boolean {
  return Array.isArray(schema['enum']) && schema['enum'].length === 1 && schema['x-rules'] === undefined;
}

function isWhole(bound: string): (schema: Draft) => boolean {
  return (schema) => schema['type'] === 'integer' && Number.isInteger(schema[bound]);
}

function isNullable({ type, ...schema }: Draft): boolean {
  const listed = schema['enum'];
  const fits = !['const', 'not', 'if', '$ref', ...single].some((name) => name in schema);
  return Array.isArray(type) && type.includes('null') && fits && (!Array.isArray(listed) || listed.includes(null));
}

function wrap(schema: Draft, keyword: string, names: readonly string[]): void {
  const inner = take(schema, names);
  schema[keyword] = [inner];
}

function withNullBranch(schema: Draft, keyword: string, random: Random): void {
  const inner = take(
    schema,
    Object.keys(schema).filter((name) => !annotating.test(name)),
  );
  const types = (inner['type'] as string[]).filter((name) => name !== 'null');
  inner['type'] = types.length === 1 ? types[0] : types;
  if (Array.isArray(inner['enum'])) inner['enum'] = inner['enum'].filter((value) => value !== null);
  const branches = [inner, { type: 'null' }];
  schema[keyword] = random() < 0.5 ? branches : branches.reverse();
}

function take(from: Draft, names: readonly string[]): Draft {
  const taken: Draft = {};
  for (const name of names) {
    taken[name] = from[name];
    Reflect.deleteProperty(from, name);
  }
  return taken;
}

function toComponent(draft: Draft, section: string, value: Draft, random: Random): void {
  const components = (draft['components'] ??= {}) as Draft;
  const held = (components[section] ??= {}) as Draft;
  const name = `Moved${Math.floor(random() * 1e9)}`;
  held[name] = take(value, Object.keys(value));
  value['$ref'] = `#${pointerOf('components', section, name)}`;
}

function inline(draft: Draft, value: Draft): void {
  const target = valueAt(draft, String(value['$ref']).slice(1));
  if (!isObject(target) || Object.keys(value).some((name) => name !== '$ref' && name in target)) return;
  const copy = structuredClone(target); // Before the reference goes: it may stand in what it refers to.
  Reflect.deleteProperty(value, '$ref');
  Object.assign(value, copy);
}

function operationsIn(item: Draft): readonly Draft[] {
  return ['get', 'put', 'post', 'delete', 'patch'].map((name) => item[name]).filter(isObject);
}

function hoist(item: Draft): void {
  const [operation] = operationsIn(item);
  if (operation === undefined || !Array.isArray(operation['parameters']) || Array.isArray(item['parameters'])) return;
  item['parameters'] = operation['parameters'];
  Reflect.deleteProperty(operation, 'parameters');
}

function pushDown(item: Draft): void {
  const shared = item['parameters'] as unknown[];
  const nameOf = (parameter: unknown) => JSON.stringify(parameter);
  for (const operation of operationsIn(item)) {
    const own = (operation['parameters'] ?? []) as unknown[];
    if (own.length > 0 && shared.some((one) => own.map(nameOf).includes(nameOf(one)))) return;
  }
  for (const operation of operationsIn(item))
    operation['parameters'] = [...structuredClone(shared), ...((operation['parameters'] ?? []) as unknown[])];
  Reflect.deleteProperty(item, 'parameters');
}

function renameOne(draft: Draft, random: Random): boolean {
  const names = Object.keys(valueAt(draft, '/components/schemas') ?? {});
  const name = names[Math.floor(random() * names.length)];
  if (name === undefined) return false;
  renameSchema(draft, name, `${name}Renamed`);
  return true;
}
