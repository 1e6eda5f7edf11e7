import { isCardNumber } from './card-number.js';

/** Names of members that hold a part of something. Others hold numbers of their own, which may look like one by chance. */
const partNames =
  /^(?:pan|card|number|first|second|third|fourth|middle|last|part|block|segment|group|prefix|suffix|bin|\d+)[-_]?(?:part|half|digits|four|six|eight|[a-d\d]+)?$/i;

/**
 * Names of neighbouring members (or items) whose digits together are a card number: in parts named as such, or in any when
 * the run knows the number.
 */
export function partsOfCardNumber(
  parent: readonly unknown[] | Readonly<Record<string, unknown>>,
  isKnown: (digits: string) => boolean,
): ReadonlySet<string> {
  if (!hasPieces(parent)) return none;
  const entries: readonly (readonly [name: string, value: unknown])[] = Object.entries(parent);
  const parts = new Set<string>();
  for (let from = 0; from < entries.length; from += 1) {
    let [digits, named] = ['', true];
    for (let to = from; to < entries.length && digits.length < 19; to += 1) {
      const [name, value] = entries[to] ?? ['', null];
      const piece = digitsOf(value);
      if (piece === null) break;
      digits += piece;
      named &&= partNames.test(name);
      if (to === from || digits.length < 13) continue;
      if (!(named && isCardNumber(digits)) && !isKnown(digits)) continue;
      for (const [part] of entries.slice(from, to + 1)) parts.add(part);
    }
  }
  return parts;
}

const none: ReadonlySet<string> = new Set();

/** True when at least two values may be parts of something: hardly any object has them. */
function hasPieces(parent: readonly unknown[] | Readonly<Record<string, unknown>>): boolean {
  let pieces = 0;
  for (const value of Object.values(parent)) {
    if (digitsOf(value) !== null) pieces += 1;
    if (pieces === 2) return true;
  }
  return false;
}

/** Numbers lose leading zeros, so they are parts only digit by digit. */
function digitsOf(value: unknown): string | null {
  if (typeof value === 'string') return value.length <= 12 && /^\d{1,12}$/.test(value) ? value : null;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 9 ? String(value) : null;
}
