import type { Random } from './random.js';

const hex = '0123456789abcdef';
const bech32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** A deposit address of a card. */
export interface CryptoAddress {
  readonly chain: string;
  readonly address: string;
}

/**
 * The default set of a card: one address per format, not per chain; all EVM chains share one.
 * Source: docs/funding-and-deposits.
 */
export function makeCryptoAddresses(random: Random): readonly CryptoAddress[] {
  return [
    { chain: 'evm', address: `0x${random.text(hex, 40)}` },
    { chain: 'bitcoin', address: `bc1q${random.text(bech32, 38)}` },
    { chain: 'solana', address: random.text(base58, 44) },
  ];
}
