import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { EnvironmentName } from '../config/environment-name.js';
import { isLoopbackHost, normalisedHost } from '../config/hosts.js';
import type { TargetClass } from './target.js';

/** Facts of the network, injected. */
export interface NetworkFacts {
  /** Every address a host name resolves to; empty when it does not resolve. */
  addressesOf(host: string): Promise<readonly string[]>;
  /** This machine's own addresses. */
  ownAddresses(): readonly string[];
}

/** The machine's resolver and interfaces. */
export const systemNetwork: NetworkFacts = {
  addressesOf: async (host) => {
    if (isIP(host) !== 0) return [host];
    try {
      return (await lookup(host, { all: true })).map(({ address }) => address);
    } catch {
      return []; // Not resolvable is a fact, not a failure: the first call reports it with its own class.
    }
  },
  ownAddresses: () =>
    Object.values(networkInterfaces()).flatMap((addresses) => (addresses ?? []).map(({ address }) => address)),
};

/**
 * What a target that we did not start really is. Any address on this machine makes it loopback (practice), whatever
 * its name says; what calls itself an emulator stays one wherever it runs.
 */
export async function deriveClass(
  environment: EnvironmentName,
  baseUrl: URL,
  network: NetworkFacts,
): Promise<{ readonly class: TargetClass; readonly addresses: readonly string[] }> {
  const addresses = await network.addressesOf(normalisedHost(baseUrl));
  const own = new Set([...network.ownAddresses(), '0.0.0.0', '::']);
  const near = addresses.some((address) => isLoopbackHost(address) || own.has(address));
  if (near) return { class: 'loopback', addresses };
  return { class: environment === 'emulator' ? 'emulator' : 'real', addresses };
}
