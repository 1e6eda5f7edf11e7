import type { IncomingMessage } from 'node:http';

/** Where a call arrived: its URL as it came, and the parts of it. */
export interface ArrivedUrl {
  readonly url: string;
  /** Without the query. */
  readonly path: string;
  /** Percent-decoded; one that came several times has all its values, joined by commas. */
  readonly query: Readonly<Record<string, string>>;
}

/**
 * Reads where a call arrived. Parameters that `own`, the address we subscribed with, has itself are left out of `query`: they
 * are no words of the platform's. Null for a target that is no URL.
 */
export function arrivedUrl({ url: target = '/', headers }: IncomingMessage, own: URL): ArrivedUrl | null {
  const url = target.startsWith('/') ? `http://${headers.host ?? own.host}${target}` : target;
  if (!URL.canParse(url)) return null;
  const { pathname, searchParams } = new URL(url);
  const added = new Map<string, string>();
  for (const [name, value] of searchParams) {
    if (own.searchParams.getAll(name).includes(value)) continue;
    const earlier = added.get(name);
    added.set(name, earlier === undefined ? value : `${earlier},${value}`);
  }
  return { url, path: pathname, query: Object.fromEntries(added) };
}
