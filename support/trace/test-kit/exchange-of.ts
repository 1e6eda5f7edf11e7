import type { Exchange, Json } from '../exchange.js';

/** An exchange for a test: a judged `GET /cards/1` answered 200, with any part replaced. */
export function exchangeOf(changes: Partial<Exchange>): Exchange {
  return {
    ...{ id: 'x-000001', scenario: 's', operationId: 'getCard', identity: 'program' },
    ...{ startedAt: '2026-01-01T00:00:00.000Z', durationMs: 1, attempt: 1 },
    request: {
      ...{ method: 'GET', url: 'https://127.0.0.1/v2/cards/1', path: '/cards/1', query: {} },
      ...{ headers: { accept: 'application/json' }, body: { kind: 'none' } },
    },
    response: { status: 200, headers: { 'content-type': 'application/json' }, body: { kind: 'none' } },
    ...{ failure: null, connection: null, expectedInvalid: null },
    judgement: { outcome: 'conforming', findings: [] },
    ...changes,
  };
}

/** A call of an operation with its bodies, for a test. */
export function callOf(
  operationId: string,
  method: string,
  path: string,
  bodies: { readonly sent?: Json; readonly answered?: Json; readonly status?: number; readonly id?: string } = {},
): Exchange {
  const { sent, answered, status = 200, id = 'x-000001' } = bodies;
  const body = (value: Json | undefined) =>
    value === undefined ? ({ kind: 'none' } as const) : ({ kind: 'json', value, duplicateKeys: [] } as const);
  return exchangeOf({
    ...{ id, operationId },
    request: { ...{ method, url: `https://127.0.0.1/v2${path}`, path, query: {}, headers: {} }, body: body(sent) },
    response: { status, headers: {}, body: body(answered) },
  });
}
