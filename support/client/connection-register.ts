import diagnostics from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import type { ConnectionFacts } from '../trace/exchange.js';

const channel = 'undici:client:sendHeaders';

/** Knows which connection carried which request. */
export interface ConnectionRegister {
  /** Remembers the facts of a new connection. */
  add(socket: Socket, facts: ConnectionFacts): void;
  /** Facts of the connection that carried the request with this `traceparent`, once; null when none did. */
  take(traceparent: string): ConnectionFacts | null;
  close(): void;
}

/**
 * Listens to undici's own announcement of each request head. undici does not tell the caller which pooled connection
 * it used; the unique `traceparent` header of each try connects the two. Other undici users of the process announce on
 * the same channel and are ignored, since their sockets are unknown here.
 */
export function createConnectionRegister(): ConnectionRegister {
  const known = new WeakMap<object, ConnectionFacts>();
  const carried = new Map<string, ConnectionFacts>();
  const listen = (message: unknown): void => {
    const { socket, headers } = message as { socket: object; headers: unknown };
    const facts = known.get(socket);
    const traceparent = typeof headers === 'string' ? /^traceparent: (\S+)/im.exec(headers)?.[1] : undefined;
    if (facts !== undefined && traceparent !== undefined) carried.set(traceparent, facts);
  };
  diagnostics.subscribe(channel, listen);
  return {
    add: (socket, facts) => void known.set(socket, facts),
    take: (traceparent) => {
      const facts = carried.get(traceparent) ?? null;
      carried.delete(traceparent);
      return facts;
    },
    close: () => void diagnostics.unsubscribe(channel, listen),
  };
}
