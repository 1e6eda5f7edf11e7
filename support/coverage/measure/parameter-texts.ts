import { pointerOf } from '../../json/json-pointer.js';
import { parameterValue } from '../../contract/operation/parameter-value.js';
import type { Json } from '../../trace/exchange.js';
import type { OperationShape } from '../targets/operation-shape.js';
import type { TargetIndex } from './target-index.js';
import type { ValueSpot } from './value-spots.js';

type Texts = Readonly<Record<string, string>>;

/** The carriers of parameters as places, then each documented parameter that was sent as the JSON value it stands for. */
export function parameterTexts(
  carriers: { readonly path: Texts; readonly query: Texts; readonly headers: Texts },
  { operationId, parameters }: OperationShape,
  index: TargetIndex,
): readonly ValueSpot[] {
  const holders = (['query', 'headers'] as const).map((name) => spot(`/request/${name}`, carriers[name]));
  const places = { path: 'path', query: 'query', header: 'headers' } as const;
  const sent = parameters.flatMap(({ in: kind, name }) => {
    const text = carriers[places[kind]][name];
    if (text === undefined) return [];
    const place = `/request/${places[kind]}${pointerOf(name)}`;
    return [spot(place, parameterValue(text, { types: typesAt(index, operationId, place), itemTypes: [] }))];
  });
  return [...holders, ...sent];
}

/** The types the contract allows at a place, as its own constraint says them. */
function typesAt(index: TargetIndex, owner: string, place: string): readonly string[] {
  const type = index.byId(`constraint-violated:${owner}:${place}=type`)?.target.rule?.['type'];
  return Array.isArray(type) ? type.map(String) : typeof type === 'string' ? [type] : [];
}

function spot(place: string, value: Json): ValueSpot {
  return { place, pointer: '', value };
}
