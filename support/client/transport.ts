import type { Clock } from '../config/clock.js';
import type { Body, Exchange, ExchangeConnection, ExchangeResponse } from '../trace/exchange.js';
import { setMember } from '../trace/set-member.js';
import { CodedError } from '../messages/coded-error.js';
import type { Agents } from './agents.js';
import { classifyFailure } from './classify-failure.js';
import { refusedConnection } from './connect-failure.js';
import type { ConnectionRegister } from './connection-register.js';
import { readBody } from './read-body.js';
import type { Outgoing, Send } from './send.js';

/** Id of an exchange before the recording interceptor numbers it. */
const unnumbered = 'x-unnumbered';

/**
 * The end of the pipeline: sends one try with undici and describes what came of it. Redirects are answers like any
 * other and are never followed.
 */
export function createTransport(agents: Agents, register: ConnectionRegister, clock: Clock): Send {
  return async (request) => {
    const agent = await agents.of(request.identity);
    const startedAt = clock.now();
    let response: ExchangeResponse | null = null;
    let failure: Exchange['failure'] = null;
    let refused: ExchangeConnection | null = null;
    try {
      const answer = await agent.request({
        origin: request.url.origin,
        path: `${request.url.pathname}${request.url.search}`,
        method: request.method,
        headers: request.headers,
        body: request.body === undefined ? null : JSON.stringify(request.body),
        signal: request.signal,
      });
      const headers = joinHeaders(answer.headers);
      const bytes = await answer.body.bytes();
      response = { status: answer.statusCode, headers, body: readBody(bytes, headers) };
    } catch (error) {
      // A connection that could not be written down is our failure, not the target's.
      if (error instanceof CodedError) throw error;
      refused = refusedConnection(error);
      failure = classifyFailure(error, request.signal);
    }
    const connection = register.take(request.headers['traceparent'] ?? '') ?? refused;
    return {
      id: unnumbered,
      scenario: request.scenario,
      operationId: request.operationId,
      identity: request.identity,
      startedAt: new Date(startedAt).toISOString(),
      durationMs: clock.now() - startedAt,
      attempt: request.attempt,
      request: describeRequest(request),
      response,
      failure,
      connection,
      expectedInvalid: request.expectedInvalid,
      ...(request.cleanUp === true ? { cleanUp: request.cleanUp } : {}),
      judgement: null,
      ...(request.ordinal === undefined ? {} : { ordinal: request.ordinal }),
    };
  };
}

function describeRequest(request: Outgoing): Exchange['request'] {
  const body: Body =
    request.body === undefined ? { kind: 'none' } : { kind: 'json', value: request.body, duplicateKeys: [] };
  const { method, path, query, headers } = request;
  return { method, url: request.url.href, path, query, headers, body };
}

function joinHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (value !== undefined) setMember(joined, name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value);
  }
  return joined;
}
