import { countsInWords } from '../../contract/object-kinds.js';
import type { Leftovers } from './leftovers.js';

/** One line for people: what stays on the target, or what went with it. */
export function leftoverLine({ kinds, uncertain, gone }: Leftovers): string {
  const counts = countsInWords(Object.fromEntries(kinds.map(({ kind, count }) => [kind, count])));
  const doubt = uncertain.length === 0 ? '' : `, and perhaps ${String(uncertain.length)} more (no answer came)`;
  const place = gone && kinds.length > 0 ? ' on the emulator, which is gone' : '';
  return `Left behind${place}: ${counts}${doubt} (leftovers.json)`;
}
