import { fromDecimalImplied, type MinorUnits } from './minor-units.js';

const form = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

/**
 * Reads a decimal string with at most two decimals, as `/staging/*` calls take it: `"10.00"` is 1000.
 * Throws a RangeError for any other text. Source: docs/simulation-endpoints.
 */
export function fromDecimal(text: string): MinorUnits {
  const [, sign, whole, fraction = ''] = form.exec(text) ?? [];
  if (whole === undefined) throw new RangeError('not a decimal amount with at most two decimals');
  const units = Number(`${whole}${fraction.padEnd(2, '0')}`);
  return fromDecimalImplied(sign === '-' && units !== 0 ? -units : units);
}

/** Writes minor units as a decimal string with two decimals: 1000 is `"10.00"`. */
export function toDecimal(units: MinorUnits): string {
  const digits = String(Math.abs(fromDecimalImplied(units))).padStart(3, '0');
  return `${units < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
