import { isIP } from 'node:net';
import { errorsOf } from '../../messages/coded-error.js';
import { emulatorUsageMessages } from '../../messages/emulator-messages.js';
import type { Reply } from './reply.js';

/**
 * The network layer's refusal, for an address that is not allowed and for failed reverse DNS alike: plain text, status
 * 403. Source: docs/ip-allowlisting-and-network-security.
 */
export const networkRefusal: Reply = { status: 403, body: { text: 'No Authorised IPs configured' } };

/** Addresses a Program may call from. */
export interface Allowlist {
  admits(address: string): boolean;
}

/** Addresses that are admitted; `any` where somebody else already keeps strangers out. */
export type Admitted = readonly string[] | 'any';

const usageError = errorsOf(emulatorUsageMessages, 'usage');

/**
 * Makes an allowlist; an IPv4 address seen through an IPv6 socket counts as itself. Text that is no address, such as a
 * host name or a range, would never admit anybody and is refused (EMU-203, exit 64).
 */
export function createAllowlist(addresses: Admitted): Allowlist {
  if (addresses === 'any') return { admits: () => true };
  const stranger = addresses.find((address) => isIP(address) === 0);
  if (stranger !== undefined) throw usageError('EMU-203', { address: stranger });
  const allowed = new Set(addresses.map(plainAddress));
  return { admits: (address) => allowed.has(plainAddress(address)) };
}

/** An address without the IPv4-in-IPv6 prefix, lower case. */
export function plainAddress(address: string): string {
  return address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
}
