import type { InvariantOutcome } from '../../../verdict/invariant.js';
import type { ObservedInvariant } from '../observed-behaviour.js';

/** An outcome as it is compared: where it was broken, but not how, because a message names objects and amounts. */
export function observedInvariant(
  { id, level, evaluated, violations }: InvariantOutcome,
  scenarioOf: (exchange: string) => string | null,
): ObservedInvariant {
  const shown = violations.flatMap(({ exchangeIds }) => exchangeIds.at(-1) ?? []);
  const broken = shown.map((exchange) => ({ scenario: scenarioOf(exchange), exchange }));
  return { id, level, tested: evaluated > 0, broken };
}

/** The exchanges that show where these do not hold. */
export function invariantWitnesses(outcomes: readonly InvariantOutcome[]): ReadonlySet<string> {
  return new Set(outcomes.flatMap(({ violations }) => violations.flatMap(({ exchangeIds }) => exchangeIds)));
}
