import type { GateInput } from '../gate-input.js';
import type { Requirement, TriggerClass } from '../requirement.js';
import type { RequirementResult } from '../requirement-result.js';
import { verdictEffect } from '../verdict-order.js';

/**
 * Whether a row says something about the platform itself, by what triggers it. Replayed answers and our own traces and
 * configuration (TM-13..16, 67, 68, 75) prove the same wherever they run.
 */
const aboutThePlatform: Readonly<Record<TriggerClass, boolean>> = {
  forced: true,
  client: true,
  organic: true,
  unconfirmed: true,
  production: true,
  people: false,
  replay: false,
  static: false,
};

/** Ids of the rows that only the real platform can demonstrate. */
export function realOnlyRows(catalogue: readonly Requirement[]): string[] {
  return catalogue.filter(({ trigger }) => aboutThePlatform[trigger]).map(({ id }) => id);
}

/** Rows about the platform that rest on a simulated target alone, as lines; of one level, or of every level for null. */
export function simulatedRows(
  { requirements, realOnly }: GateInput,
  level: RequirementResult['level'] | null,
): string[] {
  return requirements
    .filter((row) => realOnly.includes(row.id) && (level === null || row.level === level) && isSimulatedOnly(row))
    .map(({ id, title }) => `${id} ${title}: demonstrated on a simulated target only`);
}

/** True when some row about the platform is demonstrated, wherever. */
export function platformIsShown({ requirements, realOnly }: GateInput): boolean {
  return requirements.some((row) => realOnly.includes(row.id) && isDemonstrated(row));
}

function isDemonstrated({ outcome }: RequirementResult): boolean {
  return outcome === 'demonstrated' || outcome === 'demonstrated-with-advisory';
}

function isSimulatedOnly(row: RequirementResult): boolean {
  if (!isDemonstrated(row)) return false;
  const { scenarios } = row;
  const proving = scenarios.filter(({ verdict }) => verdictEffect(verdict) === 'allows');
  return proving.length > 0 && proving.every(({ marks }) => marks.includes('simulated'));
}
