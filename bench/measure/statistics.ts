/** Repeated measurements of one figure, in its unit. */
export interface Spread {
  readonly median: number;
  /** First and third quartile: half of all measurements lie between them. */
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/** Median and quartiles, interpolated. Throws for no measurement at all. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) throw new Error('nothing was measured');
  return { median: at(sorted, 0.5), low: at(sorted, 0.25), high: at(sorted, 0.75), count: sorted.length };
}

function at(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * How many times as much as the reference, round by round: both were measured one right after the other, so that whatever
 * else the machine did hit them alike. Throws for lists of different lengths.
 */
export function ratioOf(values: readonly number[], reference: readonly number[]): Spread {
  if (values.length !== reference.length) throw new Error('a ratio needs as many rounds on both sides');
  return spreadOf(values.map((value, round) => value / (reference[round] ?? Number.NaN)));
}

/** `12.3 (11.8 to 13.1)`: median and quartiles with so many decimals. */
export function spreadText({ median, low, high }: Spread, decimals = 0): string {
  const text = (value: number) => value.toLocaleString('en-US', fixed(decimals));
  return `${text(median)} (${text(low)} to ${text(high)})`;
}

function fixed(decimals: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
}
