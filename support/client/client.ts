import type { Connection } from '../trace/connection.js';
import type { Exchange, Json } from '../trace/exchange.js';

/** Who calls: the Program's own identity or one of the deliberate variations that prove an authentication layer. */
export type IdentityName =
  'program' | 'next-certificate' | 'no-certificate' | 'unknown-issuer' | 'no-key' | 'wrong-key';

/** Input of a call by operationId. Path parameters are required by the operation's path template. */
export interface CallInput {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: Json;
}

/** What surrounds a call. */
export interface CallOptions {
  /** Scenario the exchange belongs to; null for the harness itself. */
  readonly scenario: string | null;
  readonly identity?: IdentityName;
  /** Why this request breaks the contract on purpose. */
  readonly expectedInvalid?: string;
  /** True for a call that only ends what a scenario had begun. */
  readonly cleanUp?: true;
  readonly signal?: AbortSignal;
  /** The n-th call of the scenario, or of the harness's own questions, counted from 1; goes into the record. */
  readonly ordinal?: number;
}

/**
 * Calls the target by operationId. Never throws for what the target does: an HTTP answer of any status and a failed
 * connection are both exchanges. Throws only for our own mistakes (unknown operation, missing path parameter) and when
 * the production rule forbids the call.
 */
export interface Client {
  call(operationId: string, input: CallInput, options: CallOptions): Promise<Exchange>;
  /** A path outside the contract, for probes. */
  probe(method: string, path: string, body: Json | undefined, options: CallOptions): Promise<Exchange>;
  close(): Promise<void>;
}

/** Receives each finished exchange, raw, in order; judges, masks and records it. Returns it judged. */
export type ExchangeSink = (exchange: Exchange) => Promise<Exchange>;

/** Receives each connection before anything is sent on it, and writes it down. */
export type ConnectionSink = (connection: Connection) => Promise<void>;
