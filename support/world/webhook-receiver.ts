import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Exchange } from '../trace/exchange.js';
import { ArrivedCallbacks } from './callbacks/arrived-callbacks.js';
import { arrivedUrl } from './callbacks/arrived-url.js';
import { receiveCallback } from './callbacks/callback-exchange.js';
import { turnAway } from './callbacks/turn-away.js';
import type { ScenarioScope } from './scenario-scope.js';

/** A server of ours that takes the platform's callbacks and records each as an inbound exchange. */
export interface WebhookReceiver {
  /** The address to subscribe with. */
  readonly url: string;
  /**
   * The next callback, or undefined when none comes within the time (milliseconds). One that did not arrive whole is given only
   * where no whole one came.
   */
  next(withinMs: number): Promise<Exchange | undefined>;
  /** How many calls were posted to other paths: a forwarder that rewrites ours would look like that. */
  strays(): number;
  close(): Promise<void>;
}

/** So many calls that are no callbacks are logged one by one: a scanner of the internet makes thousands. */
const mostLogged = 20;

/** How long a callback that is arriving may take to its end when the receiver is closed, milliseconds. */
const lastMoment = 1000;

/**
 * Serves callbacks. A loopback `webhookUrl` is served right there (port 0 picks a free one); for a public one the
 * receiver binds `webhookListen` and whoever owns the public address forwards to it, path and query unchanged. Any other call is
 * turned away and only logged: it says nothing about the target.
 * Source: docs/webhooks-and-callback-endpoints.
 */
export async function openWebhookReceiver(
  webhookUrl: string,
  webhookListen: string | null,
  scope: ScenarioScope,
): Promise<WebhookReceiver> {
  const url = new URL(webhookUrl);
  const bind = webhookListen === null ? url : new URL(`http://${webhookListen}`);
  const { logger } = scope.run;
  const arrived = new ArrivedCallbacks(scope);
  const underWay = new Set<Promise<void>>();
  let strays = 0;
  let turnedAway = 0;
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const place = arrivedUrl(request, url);
    const refusal = turnAway(request, place, url);
    if (place === null || refusal !== null) {
      const status = refusal?.status ?? 400;
      turnedAway += 1;
      if (turnedAway <= mostLogged)
        logger.warn(
          { method: request.method, path: place?.path ?? null, status },
          'a call that is no callback of ours',
        );
      if (request.method === 'POST') strays += 1;
      response.writeHead(status, { ...refusal?.headers, connection: 'close' }).end();
      return;
    }
    const { exchange, status } = await receiveCallback(request, place, scope);
    const recorded = await scope.run.sink(exchange);
    response.writeHead(status, status === 204 ? {} : { connection: 'close' }).end();
    arrived.add(recorded);
  };
  const server = createServer((request, response) => {
    const taken: Promise<void> = take(request, response)
      .catch((error: unknown) => {
        logger.error({ err: error }, 'a callback could not be recorded');
        // Not a success: whoever called is to try again.
        if (!response.headersSent) response.writeHead(500, { connection: 'close' }).end();
      })
      .finally(() => underWay.delete(taken));
    underWay.add(taken);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(Number(bind.port || '80'), bind.hostname, resolve);
  });
  if (webhookListen === null) url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    next: (withinMs) => arrived.next(withinMs),
    strays: () => strays,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // A callback that came at the last moment belongs to the scenario: its result must not be made without it.
      await untilTaken(underWay, scope);
      const unlogged = turnedAway - mostLogged;
      if (unlogged > 0) logger.warn({ unlogged }, 'more calls that are no callbacks of ours');
      server.closeAllConnections();
      await closed;
      await Promise.all(underWay);
    },
  };
}

async function untilTaken(underWay: ReadonlySet<Promise<void>>, { run }: ScenarioScope): Promise<void> {
  if (underWay.size === 0) return;
  const stop = new AbortController();
  const patience = run.clock.sleep(lastMoment, stop.signal).catch(() => undefined);
  await Promise.race([Promise.all(underWay), patience]);
  stop.abort();
}
