import type { Judgement } from '../judgement/finding.js';

/** JSON as it travels. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json };

/** A body as sent or received. `text` keeps what could not be read as JSON, with the reason. */
export type Body =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: Json; readonly duplicateKeys: readonly string[] }
  | { readonly kind: 'text'; readonly text: string; readonly problem: string };

/**
 * Why no HTTP answer came. `tls` means the server rejected the connection before HTTP (no, expired or foreign certificate);
 * `untrusted` means our side did, because it did not believe the server's certificate: it says nothing about ours.
 * `lapsed` is a rejection like `tls`, of a certificate that was out of date by the clock of this machine: the server did right.
 */
export type FailureClass =
  'tls' | 'untrusted' | 'lapsed' | 'refused' | 'reset' | 'timeout' | 'dns' | 'protocol' | 'cancelled';

/** The HTTP answer of an exchange. */
export interface ExchangeResponse {
  readonly status: number;
  /** Lower-case names; repeated headers joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

/** The connection that carried an exchange. */
export interface ExchangeConnection {
  /** Its line in exchanges/connections.ndjson. */
  readonly id: string;
  /** The target's address; `proxy ADDRESS` when a tunnel led there. */
  readonly remoteAddress: string;
}

/** What was taken out of an exchange before it was judged or recorded: items of a production list. */
export interface Withheld {
  /** JSON Pointer into the exchange of the array that was emptied. */
  readonly pointer: string;
  readonly count: number;
  /** Member name to the JSON types seen, merged over all items. */
  readonly shape: Readonly<Record<string, readonly string[]>>;
}

/** An object whose creating or changing answer was lost when a run was stopped, found again on the target. */
export interface AdoptedObject {
  /** Kind as in the contract's `x-creates`. */
  readonly kind: string;
  readonly id: number;
  /** The read that shows it. */
  readonly exchangeId: string;
}

/**
 * One request and its answer or failure. In memory it holds raw values; only its masked copy (same shape) is written.
 */
export interface Exchange {
  /** `x-000001`, counted per run. */
  readonly id: string;
  /** Id of the scenario that made the call; null for calls of the harness itself (probes, set-up). */
  readonly scenario: string | null;
  /** Contract operation; null for a path outside the contract (probes). */
  readonly operationId: string | null;
  /** Which identity called: `program`, `next-certificate`, `no-certificate`, `unknown-issuer`, `no-key`, `wrong-key`. */
  readonly identity: string;
  /** Harness clock, ISO 8601 with milliseconds. */
  readonly startedAt: string;
  /** Milliseconds from send to the last byte. */
  readonly durationMs: number;
  /** 1 for the first try, counted up by the client's retries of safe calls; each try is an exchange of its own. */
  readonly attempt: number;
  readonly request: {
    readonly method: string;
    /** Absolute URL. */
    readonly url: string;
    /** Path below the base URL, without `/v2` and without query. */
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
    /** Lower-case names. */
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Body;
  };
  readonly response: ExchangeResponse | null;
  readonly failure: { readonly class: FailureClass; readonly detail: string } | null;
  /** Null when none came about. One that was refused in answer to our certificate has its facts too. */
  readonly connection: ExchangeConnection | null;
  /** Why the step sent a request that breaks the contract on purpose; null for an ordinary call. */
  readonly expectedInvalid: string | null;
  /** For a call of a scenario's steps: the scenario's n-th, counted from 1; all tries of a call have the same. */
  readonly ordinal?: number;
  /** True when a server of ours replayed this answer to our own client: it says nothing about the target. */
  readonly replayed?: true;
  /** True for a call that only ended what a scenario had begun, after its result: no verdict looks at it. */
  readonly cleanUp?: true;
  /** On a resumed run, in place of an answer that was lost: the object that was found by its run label. */
  readonly adopted?: AdoptedObject;
  /** Present when items of a production list were withheld. */
  readonly withheld?: Withheld;
  /** Set once judged. */
  readonly judgement: Judgement | null;
}
