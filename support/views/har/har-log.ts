import type { Finding } from '../../judgement/finding.js';

/**
 * HTTP Archive 1.2, as far as we write it (www.softwareishard.com/blog/har-12-spec). Members that begin with an underscore
 * are ours: the format leaves them to the writer. Shape: `schemas/evidence/har.schema.json`.
 */
export interface Har {
  readonly log: HarHead & { readonly entries: readonly HarEntry[] };
}

/** Everything of a log but its entries. */
export interface HarHead {
  readonly version: '1.2';
  readonly creator: HarProduct;
  /** Browsers show it; here it is the application that made the calls. */
  readonly browser: HarProduct;
  readonly pages: readonly HarPage[];
  readonly comment: string;
}

/** A program by name and version. */
export interface HarProduct {
  readonly name: string;
  readonly version: string;
}

/** What the entries belong to: the scenario. */
export interface HarPage {
  readonly startedDateTime: string;
  readonly id: string;
  readonly title: string;
  readonly pageTimings: { readonly onContentLoad: -1; readonly onLoad: -1 };
  readonly comment: string;
}

/** A header or a part of the query. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** A body as shown: masked, so its size is that of the shown text. */
export interface HarContent {
  readonly size: number;
  readonly mimeType: string;
  readonly text?: string;
  readonly comment?: string;
}

/** One call. */
export interface HarEntry {
  readonly pageref: string;
  readonly startedDateTime: string;
  /** Milliseconds; the sum of the timings that are known. */
  readonly time: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly httpVersion: string;
    readonly cookies: readonly never[];
    readonly headers: readonly NamedValue[];
    readonly queryString: readonly NamedValue[];
    readonly postData?: { readonly mimeType: string; readonly text: string; readonly comment?: string };
    readonly headersSize: -1;
    readonly bodySize: number;
  };
  /** Status 0 when no answer came; then `_error` says why. */
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly httpVersion: string;
    readonly cookies: readonly never[];
    readonly headers: readonly NamedValue[];
    readonly content: HarContent;
    readonly redirectURL: string;
    readonly headersSize: -1;
    readonly bodySize: -1;
    readonly _error?: string;
  };
  readonly cache: Readonly<Record<string, never>>;
  readonly timings: Readonly<Record<'blocked' | 'dns' | 'connect' | 'ssl' | 'send' | 'wait' | 'receive', number>>;
  readonly serverIPAddress?: string;
  /** Its line in exchanges/connections.ndjson. */
  readonly connection?: string;
  readonly comment: string;
  readonly _exchangeId: string;
  readonly _scenario: string | null;
  readonly _operationId: string | null;
  readonly _identity: string;
  /** The scenario's n-th call; null for a call that belongs to no step. */
  readonly _ordinal: number | null;
  /** 1 for the first try. */
  readonly _attempt: number;
  readonly _judgement: string;
  readonly _findings: readonly Finding[];
  readonly _expectedInvalid: string | null;
  readonly _replayed: boolean;
}
