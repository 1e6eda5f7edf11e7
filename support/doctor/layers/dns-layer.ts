import { isIP } from 'node:net';
import { isLoopbackHost } from '../../config/hosts.js';
import { certificateNames } from '../certificate-names.js';
import { ok, problem, skip } from '../finding.js';
import type { Finding } from '../layer.js';
import type { NameResolver } from '../probes/name-resolver.js';
import type { Subject } from '../subject.js';

/** One name or address of the certificate, looked up there and back. */
interface LookedUp {
  readonly status: 'confirmed' | 'unconfirmed' | 'unknown';
  readonly says: string;
}

/**
 * Forward-confirmed reverse DNS as far as this machine's resolver shows it: it may answer differently than the
 * platform's, so nothing here fails; the platform's own answer decides. Source:
 * docs/ip-allowlisting-and-network-security.
 */
export async function examineDns({ target, resolver }: Subject): Promise<Finding> {
  if (target.class !== 'real') return skip('nothing is looked up for an emulator or a loopback target');
  const { commonName, dnsNames, addresses } = certificateNames(target.certificate.certificate);
  const listed = [...new Set([...commonName, ...dnsNames, ...addresses].map(comparable))];
  const wanted = listed.filter((name) => isHostName(name) && !isLoopbackHost(name) && !name.includes('*'));
  const names = wanted.filter((name) => isIP(name) === 0);
  const looked = await Promise.all([
    ...names.map((name) => lookUpName(name, resolver)),
    ...wanted.filter((name) => isIP(name) !== 0).map((address) => lookUpAddress(address, names, resolver)),
  ]);
  const confirmed = looked.filter(({ status }) => status === 'confirmed');
  const unconfirmed = looked.filter(({ status }) => status === 'unconfirmed');
  if (unconfirmed.length > 0) {
    return problem('warn', 'DOC-151', { problems: unconfirmed.map(({ says }) => says).join('; ') });
  }
  if (confirmed.length === 0) return skip(looked[0]?.says ?? 'CN and SAN hold no name to look up');
  return ok(confirmed.map(({ says }) => says).join('; '));
}

async function lookUpName(name: string, resolver: NameResolver): Promise<LookedUp> {
  const addresses = await resolver.addressesOf(name);
  if (addresses === null) return { status: 'unknown', says: `no resolver answered for ${name}` };
  if (addresses.length === 0) return { status: 'unconfirmed', says: `${name} has no address` };
  const backs = await Promise.all(addresses.map((address) => resolver.namesOf(address)));
  const wrong = addresses.findIndex((_address, index) => backs[index]?.map(comparable).includes(name) === false);
  const address = addresses[wrong];
  if (address !== undefined) {
    return { status: 'unconfirmed', says: `${name} -> ${address} -> ${shown(backs[wrong])}` };
  }
  if (backs.includes(null)) return { status: 'unknown', says: `no resolver answered for the addresses of ${name}` };
  return { status: 'confirmed', says: `${name} -> ${addresses.join(', ')} -> ${name}` };
}

async function lookUpAddress(address: string, names: readonly string[], resolver: NameResolver): Promise<LookedUp> {
  const back = await resolver.namesOf(address);
  if (back === null) return { status: 'unknown', says: `no resolver answered for ${address}` };
  const name = back.map(comparable).find((candidate) => names.includes(candidate));
  if (name === undefined)
    return { status: 'unconfirmed', says: `${address} -> ${shown(back)}, which CN and SAN do not list` };
  return { status: 'confirmed', says: `${address} -> ${name}` };
}

function comparable(name: string): string {
  return name.trim().toLowerCase().replace(/\.$/, '');
}

/** A common name may be any text; only what looks like a host is looked up. */
function isHostName(name: string): boolean {
  return isIP(name) !== 0 || /^[a-z0-9_](?:[a-z0-9_-]*\.)+[a-z0-9-]+$/.test(name);
}

function shown(names: readonly string[] | null | undefined): string {
  return names === null || names === undefined || names.length === 0 ? 'no name' : names.join(', ');
}
