/**
 * The most a near-zero spread may be, in basis points. Stablecoins convert "with near-zero spread", majors with a small one,
 * others with a wider one; the bounds are ours. Source: docs/funding-and-deposits.
 */
export const nearZeroSpread = 50;

/**
 * The most anybody's conversion is taken to cost, in basis points. Beyond what its asset lets expect it is worth a look, beyond
 * this it is no conversion any more.
 */
export const widestSpread = 1000;

const bounds: readonly { readonly assets: readonly string[]; readonly basisPoints: number }[] = [
  { assets: ['USDC', 'USDT', 'PYUSD', 'EURC', 'DAI'], basisPoints: nearZeroSpread },
  { assets: ['BTC', 'ETH', 'BNB', 'SOL'], basisPoints: 300 },
];

/** What the conversion of an asset (upper case) lets expect at most, in basis points. Source: docs/funding-and-deposits. */
export function spreadOfAsset(asset: string): number {
  return bounds.find(({ assets }) => assets.includes(asset))?.basisPoints ?? widestSpread;
}

/** True where an amount differs from another by at most a share of it, rounded up to a whole minor unit. */
export function isWithinSpread(by: number, amount: number, basisPoints: number): boolean {
  return Math.abs(by) <= Math.ceil((Math.abs(amount) * basisPoints) / 10_000);
}
