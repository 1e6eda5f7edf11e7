import { InvalidArgumentError } from 'commander';

/** A parser for a flag that takes a whole number from `least` to `most`. Anything else is a usage error. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
    if (!(value >= least && value <= most)) {
      throw new InvalidArgumentError(`expected a whole number from ${least} to ${most}`);
    }
    return value;
  };
}

/** A parser for a flag that takes a number above 0 up to `most`; fractions are allowed. */
export function positiveNumber(most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : NaN;
    if (!(value > 0 && value <= most)) throw new InvalidArgumentError(`expected a number above 0 up to ${most}`);
    return value;
  };
}

/** Largest seed: generators take 32 bits. */
export const largestSeed = 2 ** 32 - 1;

/** A parser for a flag or argument that names a file to be written. */
export function fileName(text: string): string {
  if (/[\\/]$/.test(text)) throw new InvalidArgumentError('expected the name of a file');
  return text;
}

/** Collects a flag that may be repeated. */
export function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}
