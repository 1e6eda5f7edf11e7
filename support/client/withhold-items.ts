import type { Exchange, Json, Withheld } from '../trace/exchange.js';

/**
 * Takes the items out of a production list before anything judges or records them: real cardholders' data is not ours
 * to keep. What stays is their number and their shape (member names and JSON types, merged over all items).
 */
export function withholdItems(exchange: Exchange): Exchange {
  const body = exchange.response?.body;
  if (exchange.response === null || exchange.operationId !== 'listCardholders' || body?.kind !== 'json')
    return exchange;
  const value = body.value;
  const container = Array.isArray(value) ? { items: value as readonly Json[] } : value;
  if (!isObject(container) || !Array.isArray(container['items'])) return exchange;
  const items = container['items'] as readonly Json[];
  const kept: Json = Array.isArray(value) ? [] : { ...container, items: [] };
  return {
    ...exchange,
    response: { ...exchange.response, body: { ...body, value: kept, duplicateKeys: [] } },
    withheld: {
      pointer: Array.isArray(value) ? '/response/body/value' : '/response/body/value/items',
      count: items.length,
      shape: shapeOf(items),
    },
  };
}

function shapeOf(items: readonly Json[]): Withheld['shape'] {
  const shape = new Map<string, Set<string>>();
  for (const item of items) {
    const members = isObject(item) ? Object.entries(item) : ([['', item]] as const);
    for (const [name, value] of members) shape.set(name, (shape.get(name) ?? new Set()).add(typeOf(value)));
  }
  return Object.fromEntries([...shape].map(([name, types]) => [name, [...types].sort()]));
}

function isObject(value: Json | undefined): value is { readonly [member: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
