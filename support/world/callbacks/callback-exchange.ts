import type { IncomingMessage } from 'node:http';
import type { Exchange } from '../../trace/exchange.js';
import type { ScenarioScope } from '../scenario-scope.js';
import type { ArrivedUrl } from './arrived-url.js';
import { receiveBody } from './receive-body.js';

/** A callback as it is recorded, and the status it is answered with once that is done. */
export interface ReceivedCallback {
  readonly exchange: Exchange;
  readonly status: number;
}

/** Takes a callback: an inbound exchange with our own answer, or with the failure where it did not arrive whole. */
export async function receiveCallback(
  request: IncomingMessage,
  arrived: ArrivedUrl,
  { run, scenario }: ScenarioScope,
): Promise<ReceivedCallback> {
  const startedAt = run.clock.now();
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const { body, failure, status } = await receiveBody(request, headers);
  const exchange: Exchange = {
    id: run.ids.exchange(),
    judgement: null,
    scenario: scenario.id,
    operationId: 'receiveOtpCallback',
    identity: 'inbound',
    startedAt: new Date(startedAt).toISOString(),
    durationMs: run.clock.now() - startedAt,
    attempt: 1,
    request: { method: request.method ?? 'POST', ...arrived, headers, body },
    response: failure === null ? { status, headers: {}, body: { kind: 'none' } } : null,
    failure,
    connection: null,
    expectedInvalid: null,
  };
  return { exchange, status };
}
