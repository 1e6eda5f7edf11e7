import { isIP } from 'node:net';
import type { EnvironmentName } from './environment-name.js';

/** The words AXYS_ENV accepts. */
export const environmentNames = ['emulator', 'staging', 'production'] as const satisfies readonly EnvironmentName[];

/** Base URLs the vendor documents. Source: docs/getting-started. */
export const documentedBaseUrls = {
  staging: 'https://staging.api.axyscards.com/v2',
  production: 'https://production.api.axyscards.com/v2',
} as const satisfies Partial<Record<EnvironmentName, string>>;

/** The documented environment that owns a normalised host, or null. */
export function documentedOwner(host: string): keyof typeof documentedBaseUrls | null {
  const owners = ['staging', 'production'] as const;
  return owners.find((owner) => new URL(documentedBaseUrls[owner]).hostname === host) ?? null;
}

/**
 * Host of a URL in the form hosts are compared in: lower case, Punycode, IPv4 in dotted form (the URL parser does
 * these), without brackets, port and trailing dots.
 */
export function normalisedHost(url: URL): string {
  return url.hostname
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.+$/, '')
    .toLowerCase();
}

/** A host as typed by a person (`--allow-host`), normalised; null when it is not a host. */
export function parseHost(text: string): string | null {
  const authority = isIP(text) === 6 ? `[${text}]` : text;
  if (!/^[^\s/?#@\\]+$/.test(authority)) return null;
  try {
    return normalisedHost(new URL(`https://${authority}/`)) || null;
  } catch {
    return null; // Not a host: the caller says so with its own message.
  }
}

/**
 * True for `localhost`, 127.0.0.0/8 and ::1 (also IPv4-mapped), given a normalised host or an address. Names below
 * `localhost.` are not trusted: the resolver may send them anywhere.
 */
export function isLoopbackHost(host: string): boolean {
  if (host === 'localhost' || host === '::1') return true;
  const dotted = host.startsWith('::ffff:') ? mappedAddress(host.slice('::ffff:'.length)) : host;
  return isIP(dotted) === 4 && dotted.startsWith('127.');
}

function mappedAddress(tail: string): string {
  if (isIP(tail) === 4) return tail;
  const [high, low] = tail.split(':').map((part) => parseInt(part, 16));
  if (high === undefined || low === undefined) return tail;
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
