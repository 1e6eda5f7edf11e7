import type { Waiver } from '../../config/profile.js';

/**
 * What became of a waiver: it covers something (`used`), nothing in this run needed it (`unused`), it lapsed before the run
 * began (`expired`), or it waives what may not be waived (`refused`).
 */
export type WaiverWord = 'used' | 'unused' | 'expired' | 'refused';

/** A waiver of the program profile beside what it did in a run. */
export interface WaiverState extends Waiver {
  readonly state: WaiverWord;
  /** What it covers, or why it covers nothing, one line each. */
  readonly items: readonly string[];
}

const words: Readonly<Record<WaiverWord, string>> = {
  used: 'covers',
  unused: 'covers nothing in this run',
  expired: 'has lapsed and covers nothing',
  refused: 'may not be given and covers nothing',
};

/** A waiver as one line: what, what it does, who gave it until when and why. */
export function waiverLine({ requirement, rule, reason, by, expires, state, items }: WaiverState): string {
  const found = items.length === 0 ? '' : `: ${items.join('; ')}`;
  return `waiver ${requirement} ${rule} ${words[state]}${found} (by ${by}, until ${expires}: ${reason})`;
}
