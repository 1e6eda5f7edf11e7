import { behaviourDeviations } from './behaviour-deviations.js';
import type { Deviation } from './deviation.js';
import { illegalDeviations } from './illegal-deviations.js';
import { memberDeviations } from './member-deviations.js';
import { wireDeviations } from './wire-deviations.js';

/**
 * Every legal difference from our emulator that a server of somebody else may show, by name. Where the documentation
 * leaves something open, the harness has to get through under each of them.
 */
export const legalDeviations = { ...wireDeviations, ...memberDeviations, ...behaviourDeviations };

/** Inner ones last: an illegal difference comes right from the emulator, in its own forms. */
const deviations = { ...legalDeviations, ...illegalDeviations };

/** Name of a deviation. */
export type DeviationName = keyof typeof deviations;

/** Name of a legal deviation. */
export type LegalDeviationName = keyof typeof legalDeviations;

/** Fresh deviations of a server; wire differences outermost, so that they see what really leaves. */
export function deviationsOf(names: readonly DeviationName[]): readonly Deviation[] {
  const order = Object.keys(deviations);
  return names.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)).map((name) => deviations[name]());
}

/** The choices most likely to be met: those the vendor's engineers would make without a second thought. */
export const usualDeviations = [
  ...(['created-201', 'validation-422', 'chain-ethereum', 'extra-members'] as const),
  ...(['unavailable-once', 'reset-once', 'rate-limited-once'] as const),
] satisfies readonly LegalDeviationName[];
