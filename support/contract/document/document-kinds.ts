/** Kinds of objects an OpenAPI document is made of, as far as anything in them is judged. */
export type NodeKind =
  | 'document'
  | 'components'
  | 'path-item'
  | 'operation'
  | 'parameter'
  | 'header'
  | 'request-body'
  | 'responses'
  | 'response'
  | 'media-type'
  | 'security-scheme'
  | 'schema';

/** How a member holds its objects: itself, as a list, or as a map by name. */
export type Holding = 'one' | 'list' | 'map';

/** What a member of an object holds. */
export interface MemberKind {
  readonly kind: NodeKind;
  readonly holding: Holding;
}

const one = (kind: NodeKind): MemberKind => ({ kind, holding: 'one' });
const list = (kind: NodeKind): MemberKind => ({ kind, holding: 'list' });
const map = (kind: NodeKind): MemberKind => ({ kind, holding: 'map' });

const parameterMembers = { schema: one('schema'), content: map('media-type') };

/**
 * Which members of which kind lead to which kind. Everything that walks a contract (provenance, keyword checks, conversion
 * of 3.0) reads this table, so that an example is never mistaken for a schema.
 */
export const documentKinds: Readonly<Record<NodeKind, Readonly<Record<string, MemberKind>>>> = {
  document: { paths: map('path-item'), webhooks: map('path-item'), components: one('components') },
  components: {
    schemas: map('schema'),
    parameters: map('parameter'),
    headers: map('header'),
    requestBodies: map('request-body'),
    responses: map('response'),
    pathItems: map('path-item'),
    securitySchemes: map('security-scheme'),
  },
  'path-item': {
    parameters: list('parameter'),
    get: one('operation'),
    post: one('operation'),
    put: one('operation'),
    delete: one('operation'),
    patch: one('operation'),
    head: one('operation'),
    options: one('operation'),
    trace: one('operation'),
  },
  operation: { parameters: list('parameter'), requestBody: one('request-body'), responses: one('responses') },
  parameter: parameterMembers,
  header: parameterMembers,
  'request-body': { content: map('media-type') },
  responses: {}, // A map in itself: its members are status codes, see document-walk.
  response: { headers: map('header'), content: map('media-type') },
  'media-type': { schema: one('schema') },
  'security-scheme': {},
  schema: {
    properties: map('schema'),
    patternProperties: map('schema'),
    dependentSchemas: map('schema'),
    $defs: map('schema'),
    allOf: list('schema'),
    anyOf: list('schema'),
    oneOf: list('schema'),
    prefixItems: list('schema'),
    items: one('schema'),
    contains: one('schema'),
    additionalProperties: one('schema'),
    unevaluatedProperties: one('schema'),
    unevaluatedItems: one('schema'),
    propertyNames: one('schema'),
    not: one('schema'),
    if: one('schema'),
    then: one('schema'),
    else: one('schema'),
  },
};
