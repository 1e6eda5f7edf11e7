import type { IncomingMessage } from 'node:http';
import type { ArrivedUrl } from './arrived-url.js';

/** How a call is answered that is not the platform's callback. */
export interface Refusal {
  readonly status: 400 | 404 | 405;
  readonly headers: Readonly<Record<string, string>>;
}

/** What decides about an arrived call, in order. The last says that it is the callback. */
const rules: readonly ((method: string, arrived: ArrivedUrl | null, own: URL) => Refusal | null)[] = [
  (_method, arrived) => (arrived === null ? { status: 400, headers: {} } : null),
  (_method, arrived, own) => (arrived?.path === own.pathname ? null : { status: 404, headers: {} }),
  (method) => (method === 'POST' ? null : { status: 405, headers: { allow: 'POST' } }),
];

/**
 * The refusal for a call that does not come as the contract describes the callback, by POST to the address we subscribed with;
 * null for the callback itself. Whoever scans or checks a public address is not the target.
 */
export function turnAway({ method = '' }: Pick<IncomingMessage, 'method'>, arrived: ArrivedUrl | null, own: URL) {
  return rules.reduce<Refusal | null>((found, rule) => found ?? rule(method, arrived, own), null);
}
