import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { readBody } from '../client/read-body.js';
import type { Exchange } from '../trace/exchange.js';
import { pollSchedule } from './poll-schedule.js';
import type { ScenarioScope } from './scenario-scope.js';

/** A server of ours that takes the platform's callbacks and records each as an inbound exchange. */
export interface WebhookReceiver {
  /** The address to subscribe with. */
  readonly url: string;
  /** The next callback, or undefined when none comes within the time (milliseconds). */
  next(withinMs: number): Promise<Exchange | undefined>;
  close(): Promise<void>;
}

/**
 * Serves callbacks. A loopback `webhookUrl` is served right there (port 0 picks a free one); for a public one the
 * receiver binds `webhookListen` and whoever owns the public address forwards to it.
 * Source: docs/webhooks-and-callback-endpoints.
 */
export async function openWebhookReceiver(
  webhookUrl: string,
  webhookListen: string | null,
  scope: ScenarioScope,
): Promise<WebhookReceiver> {
  const url = new URL(webhookUrl);
  const bind = webhookListen === null ? url : new URL(`http://${webhookListen}`);
  const arrived: Exchange[] = [];
  const waiting: ((exchange: Exchange) => void)[] = [];
  const underWay = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const recorded: Promise<void> = answer(request, response, scope)
      .then(
        (exchange) => {
          const waiter = waiting.shift();
          if (waiter === undefined) arrived.push(exchange);
          else waiter(exchange);
        },
        (error: unknown) => scope.run.logger.error({ err: error }, 'a callback could not be recorded'),
      )
      .finally(() => underWay.delete(recorded));
    underWay.add(recorded);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(Number(bind.port || '80'), bind.hostname, resolve);
  });
  if (webhookListen === null) url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    next: async (withinMs) => arrived.shift() ?? within(withinMs, waiting, scope),
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      // A callback that came at the last moment belongs to the scenario: its result must not be made without it.
      await Promise.all(underWay);
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, scope: ScenarioScope): Promise<Exchange> {
  const startedAt = scope.run.clock.now();
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const body = readBody(await buffer(request), headers);
  response.writeHead(204).end();
  return scope.run.sink({
    id: scope.run.ids.exchange(),
    judgement: null,
    scenario: scope.scenario.id,
    operationId: 'receiveOtpCallback',
    identity: 'inbound',
    startedAt: new Date(startedAt).toISOString(),
    durationMs: scope.run.clock.now() - startedAt,
    attempt: 1,
    request: {
      method: request.method ?? 'POST',
      url: `http://${request.headers.host ?? 'callback'}${request.url ?? '/'}`,
      path: request.url ?? '/',
      query: {},
      headers,
      body,
    },
    response: { status: 204, headers: {}, body: { kind: 'none' } },
    failure: null,
    connection: null,
    expectedInvalid: null,
  });
}

async function within(ms: number, waiting: ((exchange: Exchange) => void)[], scope: ScenarioScope) {
  const stop = new AbortController();
  let waiter: (exchange: Exchange) => void = () => undefined;
  const callback = new Promise<Exchange>((resolve) => {
    waiter = resolve;
    waiting.push(resolve);
  });
  const patience = waitPatiently(ms, scope, stop.signal).then(
    () => undefined,
    () => undefined,
  );
  const first = await Promise.race([callback, patience]);
  stop.abort();
  // A waiter whose time is up must not take the callback of the next one.
  if (first === undefined) waiting.splice(waiting.indexOf(waiter), 1);
  return first;
}

/**
 * Waits in steps, at each of which time may run ahead on a target that has its own: nothing is asked meanwhile, so nothing
 * else would let it pass.
 */
async function waitPatiently(ms: number, { run }: ScenarioScope, signal: AbortSignal): Promise<void> {
  const deadline = run.clock.now() + ms;
  const steps = pollSchedule(run.target.profile.timing, () => 0);
  for (let left = ms; left > 0; left = deadline - run.clock.now()) {
    await run.target.passIdleTime?.();
    await run.clock.sleep(Math.min(left, steps.next().value), signal);
  }
}
