import { unstableRule } from './waivable.js';
import type { WaiverState } from './waiver-state.js';

/** Waivers one line names before the rest is only counted. */
const longest = 3;

/** The waivers that cover something: what they cover does not hold, whatever the decision makes of it. */
export function waiversInUse(waivers: readonly WaiverState[]): readonly WaiverState[] {
  return waivers.filter(({ state }) => state === 'used');
}

/** Those of them that cover a contradiction, not a verdict that changed between attempts. */
export function coveringContradictions(waivers: readonly WaiverState[]): readonly WaiverState[] {
  return waiversInUse(waivers).filter(({ rule }) => rule !== unstableRule);
}

/** A waiver in brief: what, by whom, until when. */
export function briefly({ requirement, rule, by, expires }: WaiverState): string {
  return `${requirement} ${rule} (by ${by}, until ${expires})`;
}

/** Which rows rest on a waiver, by whom and until when; null when none does. */
export function rowsOnWaivers(waivers: readonly WaiverState[]): string | null {
  const inUse = waiversInUse(waivers);
  if (inUse.length === 0) return null;
  const rows = new Set(inUse.map(({ requirement }) => requirement)).size;
  const more = inUse.length - longest;
  const named = inUse.slice(0, longest).map(briefly).join(', ');
  const rest = more > 0 ? ` and ${more} more in waivers.json` : '';
  return `${rows === 1 ? '1 row rests' : `${rows} rows rest`} on a waiver: ${named}${rest}`;
}
