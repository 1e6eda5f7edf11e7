import type { Operation } from '../contract.js';
import { isObject, localPointer, pointerOf, valueAt, type JsonObject } from '../../json/json-pointer.js';
import { typesOf } from '../schema/json-type.js';
import { essenceOf, isJsonType } from './media-type.js';
import type { OperationPlan, ParameterPlan, RequestBodyPlan, ResponsePlan } from './operation-plan.js';
import { parameterValue } from './parameter-value.js';
import type { Standing } from '../document/places.js';
import { schemaCheck, type SchemaCheck, type SchemaCheckParts } from '../schema/schema-check.js';

/** An object of the document with its pointer, references followed. */
interface Located {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** Compiles everything the contract says about an operation. What does not compile is CON-108. */
export function planOperation(parts: SchemaCheckParts, operation: Operation): OperationPlan {
  const at = locate(parts.document, operation.pointer);
  const responses = responsePlans(parts, operation, at);
  return {
    operation,
    standing: parts.places.standing(at.value),
    parameters: parameterPlans(parts, operation, at),
    requestBody: requestBodyPlan(parts, operation, at),
    responses,
    refusal: refusalOf(parts, operation, responses),
  };
}

function locate(document: JsonObject, pointer: string): Located {
  let place = pointer;
  for (let hops = 0; hops < 32; hops += 1) {
    const value = valueAt(document, place);
    if (!isObject(value)) break;
    const reference = value['$ref'];
    const target = typeof reference === 'string' ? localPointer(reference) : null;
    if (target === null) return { value, pointer: place };
    place = target;
  }
  throw new Error(`the contract has no object at ${pointer}; its references were checked before`);
}

function parameterPlans(parts: SchemaCheckParts, operation: Operation, at: Located): readonly ParameterPlan[] {
  const shared = operation.pointer.slice(0, operation.pointer.lastIndexOf('/'));
  const found = new Map<string, ParameterPlan>();
  for (const owner of [locate(parts.document, shared), at]) {
    const list = owner.value['parameters'];
    for (const index of Array.isArray(list) ? list.keys() : []) {
      const located = locate(parts.document, owner.pointer + pointerOf('parameters', index));
      const plan = parameterPlan(parts, operation, located);
      if (plan !== null) found.set(`${plan.in} ${plan.name}`, plan);
    }
  }
  return [...found.values()];
}

/** Headers that OpenAPI takes from elsewhere in the document and ignores as parameters. */
const ignoredHeaders = new Set(['accept', 'content-type', 'authorization']);

function parameterPlan(
  parts: SchemaCheckParts,
  operation: Operation,
  { value, pointer }: Located,
): ParameterPlan | null {
  const place = value['in'];
  const name = String(value['name']);
  if (place !== 'path' && place !== 'query' && place !== 'header') return null;
  if (place === 'header' && ignoredHeaders.has(name.toLowerCase())) return null;
  return textPlan(parts, operation, { value, pointer }, place, place === 'header' ? name.toLowerCase() : name);
}

function textPlan(
  parts: SchemaCheckParts,
  operation: Operation,
  { value, pointer }: Located,
  place: ParameterPlan['in'],
  name: string,
): ParameterPlan {
  const check = schemaCheck(parts, pointer + pointerOf('schema'), operation.operationId);
  const target = locate(parts.document, check.pointer);
  const items: unknown = target.value['items'];
  const itemTypes = isObject(items) ? typesOf(locate(parts.document, target.pointer + pointerOf('items')).value) : [];
  const form = { types: typesOf(target.value), itemTypes };
  return {
    in: place,
    name,
    required: value['required'] === true,
    pointer,
    standing: parts.places.standing(value),
    check,
    read: (text) => parameterValue(text, form),
  };
}

function requestBodyPlan(parts: SchemaCheckParts, operation: Operation, at: Located): RequestBodyPlan | null {
  if (at.value['requestBody'] === undefined) return null;
  const { value, pointer } = locate(parts.document, at.pointer + pointerOf('requestBody'));
  return {
    required: value['required'] === true,
    pointer,
    standing: parts.places.standing(value),
    content: contentPlan(parts, operation, { value, pointer }, null),
  };
}

function responsePlans(parts: SchemaCheckParts, operation: Operation, at: Located): readonly ResponsePlan[] {
  const responses = isObject(at.value['responses']) ? at.value['responses'] : {};
  return Object.keys(responses)
    .filter((key) => !key.startsWith('x-'))
    .map((key) => {
      const located = locate(parts.document, at.pointer + pointerOf('responses', key));
      const standing = parts.places.standing(located.value);
      const shape = parts.places.marked(located.value) ? standing : null;
      const headers = isObject(located.value['headers']) ? Object.keys(located.value['headers']) : [];
      return {
        key: key === 'default' ? key : key.toUpperCase(),
        pointer: located.pointer,
        standing,
        headers: headers.map((name) => {
          const header = locate(parts.document, located.pointer + pointerOf('headers', name));
          return textPlan(parts, operation, header, 'header', name.toLowerCase());
        }),
        content: contentPlan(parts, operation, located, shape),
      };
    });
}

function contentPlan(
  parts: SchemaCheckParts,
  operation: Operation,
  { value, pointer }: Located,
  shape: Standing | null,
): ReadonlyMap<string, SchemaCheck> {
  const content = isObject(value['content']) ? value['content'] : {};
  return new Map(
    Object.keys(content).map((mediaType) => {
      const place = pointer + pointerOf('content', mediaType, 'schema');
      return [essenceOf(mediaType), schemaCheck(parts, place, operation.operationId, shape)] as const;
    }),
  );
}

/** The operation's own description of a refusal, else the component named Error. */
function refusalOf(
  parts: SchemaCheckParts,
  operation: Operation,
  responses: readonly ResponsePlan[],
): SchemaCheck | null {
  const refusals = [...responses].filter(({ key }) => key.startsWith('4') || key === 'default');
  // The range first: a specific code may have a body of its own, such as plain text.
  const ranked = refusals.sort((a, b) => Number(b.key === '4XX') - Number(a.key === '4XX'));
  for (const response of ranked) {
    for (const [mediaType, check] of response.content) if (isJsonType(mediaType)) return check;
  }
  const shared = pointerOf('components', 'schemas', 'Error');
  return isObject(valueAt(parts.document, shared)) ? schemaCheck(parts, shared, operation.operationId) : null;
}
