import type { Exchange, Json } from '../trace/exchange.js';
import type { IdentityName } from './client.js';

/** One try of a call on its way through the pipeline. Interceptors pass on changed copies. */
export interface Outgoing {
  readonly operationId: string | null;
  readonly scenario: string | null;
  readonly identity: IdentityName;
  readonly expectedInvalid: string | null;
  readonly cleanUp?: true;
  readonly method: string;
  /** Absolute URL below the target's base URL. */
  readonly url: URL;
  /** Path below the base URL, without query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json | undefined;
  /** W3C trace id (32 hex digits), one per call and shared by its tries. */
  readonly traceId: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborts the try; the reason tells a timeout from a cancellation. */
  readonly signal: AbortSignal | null;
  /** The scenario's n-th call; not set for calls outside a scenario's steps. */
  readonly ordinal?: number;
}

/** Sends one try and returns what happened. Does not throw for anything the target does. */
export type Send = (request: Outgoing) => Promise<Exchange>;

/** One behaviour around sending. */
export type Interceptor = (next: Send) => Send;
