import type { Body, Exchange, Json, Withheld } from '../trace/exchange.js';

/** Members of the list envelope; they say nothing about a person. Source: docs/pagination-filtering-and-rate-limits. */
const envelopeMembers: ReadonlySet<string> = new Set(['status', 'total', 'limit', 'offset']);

/**
 * Takes the items out of a production list before anything judges or records them: real cardholders' data is not ours
 * to keep. What stays is the envelope, the number of items and their shape (member names and JSON types, merged over all
 * items). Anything else in a successful answer goes too, since a list of another form may carry people as well.
 */
export function withholdItems(exchange: Exchange): Exchange {
  const { response, operationId } = exchange;
  if (response === null || operationId !== 'listCardholders' || response.status >= 400) return exchange;
  const { body, withheld } = withhold(response.body);
  return { ...exchange, response: { ...response, body }, ...(withheld === null ? {} : { withheld }) };
}

function withhold(body: Body): { readonly body: Body; readonly withheld: Withheld | null } {
  switch (body.kind) {
    case 'none':
      return { body, withheld: null };
    case 'text': {
      const problem = `${body.problem}; ${body.text.length} characters of a production list withheld`;
      return { body: { kind: 'text', text: '', problem }, withheld: null };
    }
    case 'json': {
      const { value } = body;
      const listed = isObject(value) ? (value['items'] ?? null) : value;
      // No list where one should be: the answer as a whole counts as the one item.
      const items = isArray(listed) ? listed : [value];
      return {
        body: { kind: 'json', value: envelopeOf(value), duplicateKeys: [] },
        withheld: {
          pointer: isArray(value) ? '/response/body/value' : '/response/body/value/items',
          count: items.length,
          shape: shapeOf(items),
        },
      };
    }
  }
}

function envelopeOf(value: Json): Json {
  if (isArray(value)) return [];
  if (!isObject(value)) return null;
  const kept = Object.entries(value).filter(([name, member]) => envelopeMembers.has(name) && !isContainer(member));
  return { ...Object.fromEntries(kept), ...(isArray(value['items'] ?? null) ? { items: [] } : {}) };
}

function shapeOf(items: readonly Json[]): Withheld['shape'] {
  const shape = new Map<string, Set<string>>();
  for (const item of items) {
    const members = isObject(item) ? Object.entries(item) : ([['', item]] as const);
    for (const [member, value] of members) {
      // A map keyed by people would carry them in its member names.
      const name = /^[A-Za-z_]{0,40}$/.test(member) ? member : '(other)';
      shape.set(name, (shape.get(name) ?? new Set()).add(typeOf(value)));
    }
  }
  return Object.fromEntries([...shape].map(([name, types]) => [name, [...types].sort()]));
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isContainer(value: Json): boolean {
  return typeof value === 'object' && value !== null;
}

function isObject(value: Json): value is { readonly [member: string]: Json } {
  return isContainer(value) && !isArray(value);
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  return isArray(value) ? 'array' : typeof value;
}
