import diagnostics from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import type { ExchangeConnection } from '../trace/exchange.js';

const channel = 'undici:client:sendHeaders';

/** Knows which connection carried which request. */
export interface ConnectionRegister {
  /** Remembers a new connection. */
  add(socket: Socket, connection: ExchangeConnection): void;
  /** The connection that carried the request with this `traceparent`, once; null when none did. */
  take(traceparent: string): ExchangeConnection | null;
  close(): void;
}

/**
 * Listens to undici's own announcement of each request head. undici does not tell the caller which pooled connection
 * it used; the unique `traceparent` header of each try connects the two. Other undici users of the process announce on
 * the same channel and are ignored, since their sockets are unknown here.
 */
export function createConnectionRegister(): ConnectionRegister {
  const known = new WeakMap<object, ExchangeConnection>();
  const carried = new Map<string, ExchangeConnection>();
  const listen = (message: unknown): void => {
    const { socket, headers } = message as { socket: object; headers: unknown };
    const connection = known.get(socket);
    const traceparent = typeof headers === 'string' ? /^traceparent: (\S+)/im.exec(headers)?.[1] : undefined;
    if (connection !== undefined && traceparent !== undefined) carried.set(traceparent, connection);
  };
  diagnostics.subscribe(channel, listen);
  return {
    add: (socket, connection) => void known.set(socket, connection),
    take: (traceparent) => {
      const connection = carried.get(traceparent) ?? null;
      carried.delete(traceparent);
      return connection;
    },
    close: () => void diagnostics.unsubscribe(channel, listen),
  };
}
