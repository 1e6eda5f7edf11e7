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
  /** How many values of each kind are looked for; one of two kinds counts for both. */
  readonly counts: Readonly<Record<string, number>>;
  find(text: string): readonly FoundValue[];
}

/** Shorter values would hit ordinary words and numbers. */
export const shortestSearched = 8;

/** Characters of a value that decide together how far the search may go on. */
const block = 3;

/** The farthest the search may go on: one more could pass over the beginning of a value. */
const farthest = shortestSearched - block + 1;

const mask = 2 ** 18 - 1;

/** Prepares a search over texts with one character per byte, for each value as it is, in base64 and in hex. */
export function searchedValues(values: readonly SearchedValue[]): SearchedValues {
  const byPrefix = new Map<string, Map<string, string>>();
  const counts: Record<string, number> = {};
  const seen = new Map<string, Set<string>>();
  for (const { kind, value } of values) {
    const kinds = seen.get(value) ?? new Set<string>();
    if (value.length < shortestSearched || kinds.has(kind)) continue;
    seen.set(value, kinds.add(kind));
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (kinds.size > 1) continue;
    for (const form of formsOf(value)) {
      const prefix = form.slice(0, shortestSearched);
      byPrefix.set(prefix, (byPrefix.get(prefix) ?? new Map<string, string>()).set(form, kind));
    }
  }
  const steps = stepsOf(byPrefix.keys());
  return {
    counts,
    find: (text) => {
      const found: FoundValue[] = [];
      if (byPrefix.size === 0) return found;
      // Looks at the last characters of the eight that a value could begin with, and goes on as far as they allow.
      for (let index = 0; index + shortestSearched <= text.length;) {
        const step = steps[hashAt(text, index + shortestSearched - block)] ?? 0;
        if (step > 0) {
          index += step;
          continue;
        }
        for (const [form, kind] of byPrefix.get(text.slice(index, index + shortestSearched)) ?? []) {
          if (text.startsWith(form, index)) found.push({ kind, index, length: form.length });
        }
        index += 1;
      }
      return found;
    },
  };
}

/** How far the search may go on from where a block ends, by the block's hash; 0 where a prefix may end (Wu and Manber). */
function stepsOf(prefixes: Iterable<string>): Uint8Array {
  const steps = new Uint8Array(mask + 1).fill(farthest);
  for (const prefix of prefixes) {
    for (let at = 0; at + block <= prefix.length; at += 1) {
      const hash = hashAt(prefix, at);
      steps[hash] = Math.min(steps[hash] ?? 0, shortestSearched - block - at);
    }
  }
  return steps;
}

function hashAt(text: string, at: number): number {
  return ((text.charCodeAt(at) << 10) ^ (text.charCodeAt(at + 1) << 5) ^ text.charCodeAt(at + 2)) & mask;
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
