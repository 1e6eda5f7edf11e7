import { asBytes } from './layer.js';

/** A secret to look for. In memory only. */
export interface SearchedValue {
  readonly kind: string;
  readonly value: string;
}

/** A secret found in a text. */
export interface FoundValue {
  readonly kind: string;
  readonly index: number;
  readonly length: number;
}

/** Finds hundreds of values in one pass. */
export interface SearchedValues {
  /** How many values of each kind are looked for. */
  readonly counts: Readonly<Record<string, number>>;
  find(text: string): readonly FoundValue[];
}

/** Shorter values would hit ordinary words and numbers. */
export const shortestSearched = 8;

/** Prepares a search over texts with one character per byte, for each value as it is, in base64 and in hex. */
export function searchedValues(values: readonly SearchedValue[]): SearchedValues {
  const byPrefix = new Map<string, Map<string, string>>();
  // One bit for each three bytes a value begins with: most places of a text are passed over without a look-up.
  const begins = new Uint8Array(2 ** 21);
  const counts: Record<string, number> = {};
  const seen = new Set<string>();
  for (const { kind, value } of values) {
    if (value.length < shortestSearched || seen.has(value)) continue;
    seen.add(value);
    counts[kind] = (counts[kind] ?? 0) + 1;
    for (const form of formsOf(value)) {
      const prefix = form.slice(0, shortestSearched);
      byPrefix.set(prefix, (byPrefix.get(prefix) ?? new Map<string, string>()).set(form, kind));
      const bit = threeBytes(form, 0);
      begins[bit >> 3] = (begins[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
  }
  return {
    counts,
    find: (text) => {
      const found: FoundValue[] = [];
      if (byPrefix.size === 0) return found;
      for (let index = 0; index + shortestSearched <= text.length; index += 1) {
        const bit = threeBytes(text, index);
        if (((begins[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) continue;
        for (const [form, kind] of byPrefix.get(text.slice(index, index + shortestSearched)) ?? []) {
          if (text.startsWith(form, index)) found.push({ kind, index, length: form.length });
        }
      }
      return found;
    },
  };
}

function threeBytes(text: string, index: number): number {
  const byte = (at: number) => text.charCodeAt(at) & 255;
  return (byte(index) << 16) | (byte(index + 1) << 8) | byte(index + 2);
}

function formsOf(value: string): readonly string[] {
  const bytes = Buffer.from(value, 'utf8');
  const aligned = [0, 1, 2].map((before) => base64Inside(bytes, before));
  const safe = aligned.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'));
  return [
    ...new Set([asBytes(value), bytes.toString('hex'), bytes.toString('hex').toUpperCase(), ...aligned, ...safe]),
  ];
}

/** The base64 characters a value always has when `before` bytes (modulo three) stand in front of it. */
function base64Inside(bytes: Buffer, before: number): string {
  const whole = Math.floor(((before + bytes.length) * 8) / 6);
  return Buffer.concat([Buffer.alloc(before), bytes])
    .toString('base64')
    .slice(Math.ceil((before * 8) / 6), whole);
}
