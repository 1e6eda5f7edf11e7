import { locate } from './locate.js';
import { isObject, pointerOf, type JsonObject } from '../../json/json-pointer.js';
import { operationPlaces, type OperationPlace } from '../../contract/document/operation-index.js';
import { pathTemplate } from '../../contract/document/path-template.js';
import { essenceOf, isJsonType } from '../../contract/operation/media-type.js';
import type { Located, OperationShape, ParameterShape, ResponseShape } from './operation-shape.js';

const sharedResponses = '/components/responses/';
/** Headers that OpenAPI takes from elsewhere and ignores as parameters. */
const ignoredHeaders: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization']);

/** Every operation of a contract document, those the platform calls last, in document order. */
export function operationShapes(document: JsonObject): readonly OperationShape[] {
  const shape = (inbound: boolean) => (place: OperationPlace) => shapeOf(document, place, inbound);
  return [...operationPlaces(document).map(shape(false)), ...operationPlaces(document, 'webhooks').map(shape(true))];
}

function shapeOf(document: JsonObject, { path, pointer, value }: OperationPlace, inbound: boolean): OperationShape {
  const operationId = String(value['operationId']);
  const body = value['requestBody'];
  return {
    operationId,
    template: pathTemplate(path),
    pointer,
    inbound,
    parameters: parametersOf(document, pointer),
    requestSchema: isObject(body) ? jsonSchemaOf(locate(document, pointer + pointerOf('requestBody'))) : null,
    responses: inbound ? [] : responsesOf(document, { value, pointer }, operationId),
  };
}

function parametersOf(document: JsonObject, pointer: string): readonly ParameterShape[] {
  const found = new Map<string, ParameterShape>();
  for (const owner of [pointer.slice(0, pointer.lastIndexOf('/')), pointer]) {
    const list = locate(document, owner).value['parameters'];
    for (const index of Array.isArray(list) ? list.keys() : []) {
      const located = locate(document, owner + pointerOf('parameters', index));
      const place = located.value['in'];
      const name = String(located.value['name']);
      if (place !== 'path' && place !== 'query' && place !== 'header') continue;
      const wire = place === 'header' ? name.toLowerCase() : name;
      if (place === 'header' && ignoredHeaders.has(wire)) continue;
      found.set(`${place} ${wire}`, { in: place, name: wire, required: located.value['required'] === true, located });
    }
  }
  return [...found.values()];
}

function responsesOf(document: JsonObject, { value, pointer }: Located, operationId: string): readonly ResponseShape[] {
  const responses = isObject(value['responses']) ? value['responses'] : {};
  return Object.keys(responses)
    .filter((name) => !name.startsWith('x-'))
    .map((name) => {
      const key = name === 'default' ? name : name.toUpperCase();
      const located = locate(document, pointer + pointerOf('responses', name));
      const shared = located.pointer.startsWith(sharedResponses);
      return {
        ...{ key, located },
        owner: shared ? `response-${located.pointer.slice(sharedResponses.length)}` : operationId,
        base: shared ? '/response' : `/response/${key}`,
      };
    });
}

/** Pointer of the schema of the first JSON media type; null where there is none. */
export function jsonSchemaOf({ value, pointer }: Located): string | null {
  const content = isObject(value['content']) ? Object.keys(value['content']) : [];
  const json = content.find((type) => isJsonType(essenceOf(type)));
  return json === undefined ? null : pointer + pointerOf('content', json, 'schema');
}
