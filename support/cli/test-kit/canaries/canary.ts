import { luhn } from '../../../card-data/card-number.js';

/** A secret that was planted somewhere, and how it is found again without the product's help. */
export interface Canary {
  /** Where it was planted. */
  readonly name: string;
  /** The value, for a search of its characters; null for one too short for that. */
  readonly value: string | null;
  /** For a short value: the value near its name. */
  readonly near: RegExp | null;
}

/** Makes canaries and remembers them. Each card number is planted in one place only, so that a leak names its place. */
export class Canaries {
  readonly all: Canary[] = [];

  /** A card number of its own for a place: 16 digits, issuer prefix, check digit. */
  pan(name: string): string {
    const stem = `492917${String(300_000_017 + this.all.length * 1_018_081)}`;
    const check = Array.from('0123456789').find((digit) => luhn(stem + digit)) ?? '0';
    this.value(name, stem + check);
    return stem + check;
  }

  /** A value that is searched for anywhere. */
  value(name: string, value: string): string {
    this.all.push({ name, value, near: null });
    return value;
  }

  /** A short value that is searched for behind names, with anything but letters and digits of a label in between. */
  short(name: string, names: string, value: string): string {
    this.all.push({ name, value: null, near: new RegExp(`(?:${names})[^a-z0-9]{0,12}${value}(?!\\d)`, 'i') });
    return value;
  }

  /** The lines of a PEM key, which are secrets each. */
  key(name: string, pem: string): void {
    const lines = pem.split('\n').filter((line) => line !== '' && !line.startsWith('-----'));
    for (const [number, line] of lines.entries()) this.value(`${name}, line ${number + 1}`, line);
  }
}
