import type { ExchangeConnection } from '../trace/exchange.js';

/** How far a connection came before it failed: nothing was sent on it as HTTP. */
export type ConnectPhase = 'connect' | 'acceptance';

/**
 * A connection that failed before the first request was written. `connect` covers name, TCP and handshake;
 * `acceptance` means our side of the handshake was complete and the server hung up instead of accepting it.
 */
export class ConnectFailure extends Error {
  override readonly name = 'ConnectFailure';
  readonly phase: ConnectPhase;
  /** Set on a failure to be accepted, once the facts of the connection are written down. */
  connection: ExchangeConnection | null = null;
  /** True when the client certificate was out of date when the connection failed. */
  certificateLapsed = false;

  constructor(phase: ConnectPhase, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.phase = phase;
  }
}

/** The connection of a refused certificate, or null: undici hands on what the connector threw, or wraps it. */
export function refusedConnection(error: unknown): ExchangeConnection | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ConnectFailure) return cause.connection;
  }
  return null;
}
