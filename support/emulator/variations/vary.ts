import { nearestFew } from '../../config/nearest.js';
import { errorsOf } from '../../messages/coded-error.js';
import { emulatorUsageMessages } from '../../messages/emulator-messages.js';
import type { Emulation } from '../emulation.js';
import type { Answer, Asked, Next, Variation } from './variation.js';
import { knownVariations } from './variations.js';

const usageError = errorsOf(emulatorUsageMessages, 'usage');

/** The legal variations an emulator plays, with what they have done so far. */
export interface Varying {
  /** The emulation with what varies the platform itself. */
  readonly emulation: Emulation;
  /** Puts what varies answers around the emulator's own; null when nothing does. */
  readonly around: ((last: Next) => Next) | null;
  /** How often each has made a difference, by id: answers that left otherwise, ids, callbacks. */
  readonly altered: ReadonlyMap<string, number>;
}

/**
 * Prepares variations, each counted. The same id twice is one variation. An unknown id is refused (EMU-204, exit 64) and
 * the message names the nearest known ones.
 */
export function vary(sound: Emulation, ids: readonly string[]): Varying {
  const altered = new Map<string, number>();
  const around: Variation[] = [];
  let emulation = sound;
  const wanted = new Set(ids);
  const unknown = ids.find((id) => !knownVariations.has(id));
  if (unknown !== undefined) {
    throw usageError('EMU-204', { variation: unknown, nearest: nearestFew(unknown, [...knownVariations.keys()]) });
  }
  for (const [id, variation] of knownVariations) {
    if (!wanted.has(id)) continue;
    altered.set(id, 0);
    const count = () => void altered.set(id, (altered.get(id) ?? 0) + 1);
    if ('answers' in variation) around.push(counted(variation.answers(), count));
    else emulation = variation.platform(emulation, count);
  }
  return { emulation, altered, around: around.length === 0 ? null : (last) => nested(around, last) };
}

/** Variations around the last one to answer, the first outermost. */
export function nested(variations: readonly Variation[], last: Next): Next {
  return variations.reduceRight<Next>((next, variation) => (asked) => variation(asked, next), last);
}

/** Counts the answers that left otherwise than what is further in gave them, or were given without asking it the same. */
function counted(variation: Variation, count: () => void): Variation {
  return async (asked, next) => {
    const passed: { readonly asked: Asked; readonly answer: Answer }[] = [];
    const answer = await variation(asked, async (again) => {
      const inner = await next(again);
      passed.push({ asked: again, answer: inner });
      return inner;
    });
    const untouched = passed.some((one) => one.asked === asked && written(one.answer) === written(answer));
    if (!untouched) count();
    return answer;
  };
}

/** An answer as text: the order of members counts. */
function written(answer: Answer): string {
  return JSON.stringify(answer);
}
