import type { Exchange, FailureClass, Json } from '../../trace/exchange.js';

let made = 0;

/** What a made-up exchange differs in from an ordinary accepted read. For unit tests. */
export interface ExchangeDetails {
  readonly operationId?: string;
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly request?: Json;
  readonly status?: number;
  readonly body?: Json;
  readonly date?: string;
  readonly failure?: FailureClass;
}

/** A made-up exchange for unit tests; nothing of it ever went over a network. */
export function exchangeFixture(details: ExchangeDetails = {}): Exchange {
  made += 1;
  const { operationId = 'getCard', path = '/cards/1', query = {}, request, status = 200, body, failure } = details;
  return {
    id: `x-${String(made).padStart(6, '0')}`,
    scenario: 'fixture',
    operationId,
    identity: 'program',
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 1,
    attempt: 1,
    request: {
      method: 'GET',
      url: `https://127.0.0.1/v2${path}`,
      path,
      query,
      headers: {},
      body: bodyOf(request),
    },
    response:
      failure === undefined
        ? { status, headers: details.date === undefined ? {} : { date: details.date }, body: bodyOf(body) }
        : null,
    failure: failure === undefined ? null : { class: failure, detail: failure },
    connection: null,
    expectedInvalid: null,
    judgement: null,
  };
}

function bodyOf(value: Json | undefined): Exchange['request']['body'] {
  return value === undefined ? { kind: 'none' } : { kind: 'json', value, duplicateKeys: [] };
}
