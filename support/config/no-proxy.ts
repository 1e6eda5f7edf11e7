import { BlockList, isIP } from 'node:net';

/**
 * True when a `NO_PROXY` list takes a host out of the proxy's reach, with the semantics curl, Go and undici share:
 * entries parted by commas or blanks; `*` means every host; a name means itself and everything below it, with or
 * without a leading dot or `*.`; `name:port` means that port only; an address means itself, `address/bits` a network.
 * `host` is normalised (lower case, no brackets).
 */
export function isProxyExempt(list: string, host: string, port: number): boolean {
  const entries = list.split(/[\s,]+/).filter((entry) => entry !== '');
  return entries.some((entry) => matches(entry.toLowerCase(), host, port));
}

function matches(entry: string, host: string, port: number): boolean {
  if (entry === '*') return true;
  const [network, bits] = entry.split('/');
  if (bits !== undefined) return inNetwork(network ?? '', bits, host);
  const named = nameAndPort(entry);
  if (named.port !== null && named.port !== port) return false;
  const name = named.name.replace(/^\*?\./, '').replace(/\.$/, '');
  return name !== '' && (host === name || (isIP(host) === 0 && host.endsWith(`.${name}`)));
}

function nameAndPort(entry: string): { readonly name: string; readonly port: number | null } {
  if (isIP(entry) === 6) return { name: entry, port: null };
  const match = /^\[?([^\]]+?)\]?(?::(\d+))?$/.exec(entry);
  return { name: match?.[1] ?? entry, port: match?.[2] === undefined ? null : Number(match[2]) };
}

function inNetwork(network: string, bits: string, host: string): boolean {
  const family = isIP(network);
  const width = family === 4 ? 32 : 128;
  // An entry that is no network exempts nothing, like a misspelt name.
  if (family === 0 || isIP(host) !== family || !/^\d{1,3}$/.test(bits) || Number(bits) > width) return false;
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(network, Number(bits), kind);
  return list.check(host, kind);
}
