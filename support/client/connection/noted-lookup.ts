import { lookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';

/** The machine's resolver, with what it last said of each host. */
export interface NotedLookup {
  readonly lookup: LookupFunction;
  /** Every address the resolver gave for a host; the address itself where one was asked for. */
  addressesOf(host: string): readonly string[];
}

/** Wraps a resolver, the machine's own when not given: sockets ask it, and what it said can be written down. */
export function notedLookup(resolve: typeof lookup = lookup): NotedLookup {
  const said = new Map<string, readonly string[]>();
  return {
    lookup: (hostname, options, callback) => {
      resolve(hostname, { ...options, all: true }, (error, found) => {
        if (error !== null) {
          callback(error, '', 0);
          return;
        }
        const addresses: readonly LookupAddress[] = found;
        said.set(
          hostname,
          addresses.map(({ address }) => address),
        );
        const [first] = addresses;
        if (options.all === true) callback(null, [...addresses]);
        else callback(null, first?.address ?? '', first?.family ?? 0);
      });
    },
    addressesOf: (host) => (isIP(host) === 0 ? (said.get(host) ?? []) : [host]),
  };
}
