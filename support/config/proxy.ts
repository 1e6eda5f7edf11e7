import { errorsOf } from '../messages/coded-error.js';
import { configMessages } from '../messages/config-messages.js';
import { isLoopbackHost, normalisedHost } from './hosts.js';
import { isProxyExempt } from './no-proxy.js';

const configError = errorsOf(configMessages, 'configuration');

/** An HTTP proxy that opens tunnels (CONNECT). TLS, client certificate included, goes through it end to end. */
export interface Proxy {
  readonly host: string;
  readonly port: number;
  /** Value of `Proxy-Authorization`, or null. Secret: never printed, never written. */
  readonly authorization: string | null;
}

/** In the order they count: lower case first, as with curl; the general variable last. */
const proxyNames = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'] as const;

/**
 * The proxy the usual variables name for a base URL, or null. A loopback target is always reached directly. Throws
 * CFG-209 for a proxy of another kind than `http://host:port`, but only when it would be used; the message does not
 * quote the value, which may hold a password.
 */
export function proxyFor(baseUrl: URL, environment: NodeJS.ProcessEnv): Proxy | null {
  const host = normalisedHost(baseUrl);
  if (isLoopbackHost(host)) return null;
  const name = proxyNames.find((candidate) => (environment[candidate] ?? '') !== '');
  if (name === undefined) return null;
  const exempt = environment['no_proxy'] ?? environment['NO_PROXY'] ?? '';
  if (isProxyExempt(exempt, host, baseUrl.port === '' ? 443 : Number(baseUrl.port))) return null;
  return parseProxy(name, environment[name] ?? '');
}

function parseProxy(name: string, value: string): Proxy {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  if (!URL.canParse(text)) throw configError('CFG-209', { name, problem: 'it cannot be read as a URL' });
  const url = new URL(text);
  if (url.protocol !== 'http:') {
    const problem = `its scheme is ${url.protocol.replace(/:$/, '')}, and only http proxies are supported`;
    throw configError('CFG-209', { name, problem });
  }
  const credentials = [url.username, url.password].map((part) => decoded(part, name)).join(':');
  return {
    host: normalisedHost(url),
    port: url.port === '' ? 80 : Number(url.port),
    authorization: credentials === ':' ? null : `Basic ${Buffer.from(credentials).toString('base64')}`,
  };
}

function decoded(part: string, name: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // No cause: its text may quote the credentials.
    throw configError('CFG-209', { name, problem: 'its user name or password has a % that is not an escape' });
  }
}
