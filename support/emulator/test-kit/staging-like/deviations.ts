import { behaviourDeviations } from './behaviour-deviations.js';
import type { Deviation } from './deviation.js';
import { memberDeviations } from './member-deviations.js';
import { wireDeviations } from './wire-deviations.js';

/**
 * Every legal difference from our emulator that a server of somebody else may show, by name. Where the documentation
 * leaves something open, the harness has to get through under each of them.
 */
export const deviations = { ...wireDeviations, ...memberDeviations, ...behaviourDeviations };

/** Name of a deviation. */
export type DeviationName = keyof typeof deviations;

/** Fresh deviations of a server; wire differences outermost, so that they see what really leaves. */
export function deviationsOf(names: readonly DeviationName[]): readonly Deviation[] {
  const order = Object.keys(deviations);
  return names.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)).map((name) => deviations[name]());
}
