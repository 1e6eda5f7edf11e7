/**
 * Money inside the harness: an integer in the currency's smallest unit. The main API's wire form is the same integer
 * (1000 is 10.00). Source: docs/accounts-wallets-and-deposit-addresses.
 */
export type MinorUnits = number;

/** Reads a decimal-implied integer. Throws a RangeError for anything but a safe integer. */
export function fromDecimalImplied(value: number): MinorUnits {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of minor units: ${String(value)}`);
  return value;
}
