import { pointerOf, type JsonObject } from '../../json/json-pointer.js';
import { valueTargets } from './answer-targets.js';
import { constraintTargets, requiredTarget } from './constraint-targets.js';
import type { OperationShape, ParameterShape } from './operation-shape.js';
import { schemaSpots, type SchemaSpot } from './schema-spots.js';
import { isMarked } from './schema-words.js';
import { targetOf, type ListedTarget } from './target.js';

/** What we can send to an operation: each member and parameter or none, each listed value, each constraint kept or broken. */
export function requestTargets(document: JsonObject, shape: OperationShape): ListedTarget[] {
  const { operationId, requestSchema } = shape;
  const body = requestSchema === null ? [] : schemaSpots(document, requestSchema);
  return [
    ...shape.parameters.flatMap((parameter) => parameterTargets(document, operationId, parameter)),
    ...body
      .filter((spot) => !isMarked(spot, 'readOnly'))
      .flatMap((spot) => spotTargets(spot, operationId, `/request/body${spot.place}`)),
  ];
}

const carriers = { path: 'path', query: 'query', header: 'headers' } as const;

function parameterTargets(document: JsonObject, owner: string, parameter: ParameterShape): ListedTarget[] {
  const { name, required, located } = parameter;
  const place = `/request/${carriers[parameter.in]}${pointerOf(name)}`;
  const [root] = schemaSpots(document, located.pointer + pointerOf('schema'));
  if (root === undefined) return [];
  const spot: SchemaSpot = { ...root, name, required, pointer: located.pointer };
  // A path parameter cannot be left out: without it the call is another one.
  return parameter.in === 'path' ? constraintTargets(spot, owner, place) : spotTargets(spot, owner, place);
}

function spotTargets(spot: SchemaSpot, owner: string, place: string): ListedTarget[] {
  const values = [...valueTargets(spot, owner, place), ...constraintTargets(spot, owner, place)];
  if (spot.name === null) return values;
  const sent = targetOf('request-sent', owner, place, spot.pointer);
  const other = spot.required
    ? requiredTarget(spot, owner, place)
    : targetOf('request-omitted', owner, place, spot.pointer);
  return [sent, other, ...values];
}
