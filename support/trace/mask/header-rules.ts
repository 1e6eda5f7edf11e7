import type { SensitiveKind } from './sensitive-kind.js';

/** What a header is recorded for. */
export type HeaderPurpose =
  | 'content'
  | 'caching'
  | 'connection'
  | 'limits'
  | 'lifecycle'
  | 'caller'
  /** The target's own name for the request, by which its people find it. */
  | 'target-id'
  /** What answered, and which build of it. */
  | 'server'
  /** What lay between. */
  | 'route'
  /** The target's own time. */
  | 'clock';

/** Headers that are written. Every other one is dropped, and the redaction ledger names it. */
export interface HeaderRule {
  readonly purpose: HeaderPurpose;
  readonly side: 'request' | 'response' | 'both';
  /** Lower case. */
  readonly names: readonly string[];
}

/** The allow-list of headers. Their values are searched for secrets like any other text. */
const headerRules: readonly HeaderRule[] = [
  { purpose: 'content', side: 'both', names: ['content-type', 'content-length', 'content-encoding'] },
  { purpose: 'content', side: 'request', names: ['accept'] },
  { purpose: 'content', side: 'response', names: ['allow', 'vary'] },
  { purpose: 'caching', side: 'both', names: ['cache-control'] },
  { purpose: 'connection', side: 'both', names: ['connection', 'keep-alive', 'transfer-encoding'] },
  {
    ...{ purpose: 'limits', side: 'response' },
    names: [
      ...['retry-after', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'],
      ...['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'],
    ],
  },
  { purpose: 'lifecycle', side: 'response', names: ['deprecation', 'sunset'] },
  { purpose: 'caller', side: 'both', names: ['user-agent', 'traceparent'] },
  {
    ...{ purpose: 'target-id', side: 'both' },
    names: [
      ...['x-request-id', 'request-id', 'x-correlation-id', 'x-trace-id', 'x-b3-traceid', 'x-amzn-requestid'],
      ...['x-amzn-trace-id', 'apigw-requestid', 'x-amz-cf-id', 'cf-ray', 'x-azure-ref', 'x-ms-request-id'],
    ],
  },
  { purpose: 'server', side: 'response', names: ['server', 'x-powered-by', 'x-api-version', 'api-version'] },
  { purpose: 'route', side: 'response', names: ['via', 'x-cache', 'x-served-by', 'x-amz-cf-pop'] },
  { purpose: 'clock', side: 'both', names: ['date'] },
];

/** Headers that are secrets and stay as labels, to prove that they were sent. */
export const secretHeaders: Readonly<Record<string, SensitiveKind>> = {
  'x-api-key': 'api-key',
  authorization: 'api-key',
};

/** Which headers are written on a side of an exchange. */
export const allowedHeaders: Readonly<Record<'request' | 'response', ReadonlySet<string>>> = {
  request: allowedOn('request'),
  response: allowedOn('response'),
};

/** Names of the headers that are recorded for a purpose. */
export function headersFor(purpose: HeaderPurpose): readonly string[] {
  return headerRules.filter((rule) => rule.purpose === purpose).flatMap(({ names }) => names);
}

function allowedOn(side: 'request' | 'response'): ReadonlySet<string> {
  return new Set(
    headerRules.filter((rule) => rule.side === side || rule.side === 'both').flatMap(({ names }) => names),
  );
}
