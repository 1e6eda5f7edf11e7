import { essenceOf } from '../../contract/operation/media-type.js';
import { isObject, pointerOf, type JsonObject } from '../../json/json-pointer.js';
import { jsonSchemaOf } from './operation-shapes.js';
import type { OperationShape, ResponseShape } from './operation-shape.js';
import { schemaSpots, type SchemaSpot } from './schema-spots.js';
import { isMarked, isNullable, listedValues } from './schema-words.js';
import { targetOf, type ListedTarget } from './target.js';

/** What an operation can answer: its statuses, and for each media types, headers, members and values. */
export function answerTargets(document: JsonObject, { operationId, responses }: OperationShape): ListedTarget[] {
  return responses.flatMap((response) => [
    targetOf('status', operationId, `/response/${response.key}`, response.located.pointer),
    ...mediaTypes(response),
    ...headers(response),
    ...members(document, response),
  ]);
}

function mediaTypes({ owner, base, located: { value, pointer } }: ResponseShape): ListedTarget[] {
  const content = isObject(value['content']) ? Object.keys(value['content']) : [];
  return content.map((type) =>
    targetOf('media-type', owner, base, pointer + pointerOf('content', type), {
      detail: essenceOf(type),
      ruled: true,
    }),
  );
}

function headers({ owner, base, located: { value, pointer } }: ResponseShape): ListedTarget[] {
  const names = isObject(value['headers']) ? Object.entries(value['headers']) : [];
  return names.flatMap(([name, header]) => {
    const place = `${base}/headers${pointerOf(name.toLowerCase())}`;
    const required = isObject(header) && header['required'] === true;
    return presence(owner, place, pointer + pointerOf('headers', name), required);
  });
}

function members(document: JsonObject, response: ResponseShape): ListedTarget[] {
  const schema = jsonSchemaOf(response.located);
  return schema === null ? [] : saidTargets(document, schema, response.owner, `${response.base}/body`);
}

/** What the target can say in a body: each member there or left out, null where it may be, each listed value. */
export function saidTargets(document: JsonObject, schema: string, owner: string, base: string): ListedTarget[] {
  return schemaSpots(document, schema)
    .filter((spot) => !isMarked(spot, 'writeOnly'))
    .flatMap((spot) => {
      const place = base + spot.place;
      const own = spot.name === null ? [] : presence(owner, place, spot.pointer, spot.required);
      return [...own, ...valueTargets(spot, owner, place)];
    });
}

function presence(owner: string, place: string, pointer: string, required: boolean): ListedTarget[] {
  if (required) return [targetOf('member-present', owner, place, pointer, { ruled: true })];
  return [targetOf('member-present', owner, place, pointer), targetOf('member-absent', owner, place, pointer)];
}

/** Null and every listed value of one place. */
export function valueTargets(spot: SchemaSpot, owner: string, place: string): ListedTarget[] {
  const values = listedValues(spot).map(({ value, pointer }) =>
    targetOf('enum-value', owner, place, pointer, { detail: JSON.stringify(value), value }),
  );
  return isNullable(spot) ? [targetOf('member-null', owner, place, spot.pointer), ...values] : values;
}
