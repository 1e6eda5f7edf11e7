import type { SensitiveKind, TaintReach } from './sensitive-kind.js';

/** What stands for a known value. */
export interface Taint {
  readonly kind: SensitiveKind;
  readonly label: string;
  readonly reach: Exclude<TaintReach, 'nowhere'>;
}

/** A known value found in a text. */
export interface TaintHit extends Taint {
  readonly index: number;
  readonly length: number;
}

/** Finds hundreds of known values in a text in one pass. */
export interface TaintIndex {
  /** Values shorter than the index's prefix are ignored. */
  add(value: string, taint: Taint): void;
  find(text: string): readonly TaintHit[];
}

const wordCharacter = /[\p{L}\p{N}]/u;

/**
 * An index by the first `prefixLength` characters. One regular expression over all values would try each of them at each
 * place; here a place costs one look-up, however many values the run has seen.
 */
export function createTaintIndex(prefixLength: number): TaintIndex {
  const byPrefix = new Map<string, Map<string, Taint>>();
  /** Whether any value begins with two such characters: spares cutting a piece out of the text at nearly every place. */
  const begins = new Uint8Array(2 ** 16);
  const beginningAt = (text: string, index: number): number =>
    ((text.charCodeAt(index) & 0xff) << 8) | (text.charCodeAt(index + 1) & 0xff);
  const longestAt = (text: string, index: number): TaintHit | null => {
    let best: TaintHit | null = null;
    for (const [value, taint] of byPrefix.get(text.slice(index, index + prefixLength)) ?? []) {
      if (!text.startsWith(value, index) || value.length <= (best?.length ?? 0)) continue;
      if (taint.reach === 'word' && !standsAlone(text, index, value.length)) continue;
      best = { ...taint, index, length: value.length };
    }
    return best;
  };
  return {
    add(value, taint) {
      if (value.length < prefixLength) return;
      const prefix = value.slice(0, prefixLength);
      const values = byPrefix.get(prefix) ?? new Map<string, Taint>();
      // The first kind a value was learned as stays, so that its label does not change during the run.
      if (!values.has(value)) values.set(value, taint);
      byPrefix.set(prefix, values);
      begins[beginningAt(value, 0)] = 1;
    },
    find(text) {
      const hits: TaintHit[] = [];
      if (byPrefix.size === 0) return hits;
      for (let index = 0; index + prefixLength <= text.length;) {
        const hit = begins[beginningAt(text, index)] === 1 ? longestAt(text, index) : null;
        if (hit !== null) hits.push(hit);
        index += hit?.length ?? 1;
      }
      return hits;
    },
  };
}

function standsAlone(text: string, index: number, length: number): boolean {
  return !wordCharacter.test(text[index - 1] ?? '') && !wordCharacter.test(text[index + length] ?? '');
}
