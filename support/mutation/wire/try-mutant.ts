import type { Exchange } from '../../trace/exchange.js';
import { strengthOf } from './expected/policy.js';
import type { Witness } from './witness.js';
import type { ReadyMutant, Sighting, WireMutant, WireOutcome, WireTrial } from './wire-mutant.js';

/** More of them would say the same in a report. */
const mostShown = 5;

/**
 * Tries a mutant on its exchange: what the witness says after the change and not before decides. It counts at the mutant's
 * place; elsewhere it may say less, not more.
 */
export function tryMutant(mutant: ReadyMutant, exchange: Exchange, witness: Witness): WireTrial {
  const before = witness(exchange);
  return weigh(mutant, before, newIn(witness(mutant.apply(exchange)), before));
}

/** Decides what became of a mutant from what was seen before the change and what came with it. */
export function weigh(mutant: WireMutant, before: readonly Sighting[], came: readonly Sighting[]): WireTrial {
  const seen = strongestFirst(came);
  const { id, operationId, status, exchangeId, kind, pointer, expected, because } = mutant;
  const plain: WireMutant = { id, operationId, status, exchangeId, kind, pointer, expected, because };
  return { mutant: plain, outcome: outcomeOf(mutant, before, seen), seen: seen.slice(0, mostShown) };
}

function outcomeOf(mutant: WireMutant, before: readonly Sighting[], after: readonly Sighting[]): WireOutcome {
  const wanted = strengthOf(mutant.expected);
  const strongest = strengthOf(after[0]?.level ?? 'legal');
  if (mutant.expected === 'legal') return strongest === 0 ? 'killed' : 'false-alarm';
  if (before.some((sighting) => isAt(sighting, mutant))) return 'unclean';
  if (strongest > wanted) return 'false-alarm';
  return after.some((sighting) => isAt(sighting, mutant) && sighting.level === mutant.expected) ? 'killed' : 'survived';
}

/** A word on the exchange as a whole counts for a change anywhere in it. */
function isAt({ where }: Sighting, { pointer }: WireMutant): boolean {
  return where === '' || where === `/response${pointer}`;
}

function newIn(after: readonly Sighting[], before: readonly Sighting[]): readonly Sighting[] {
  const left = before.map(keyOf);
  return after.filter((sighting) => {
    const index = left.indexOf(keyOf(sighting));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function keyOf({ by, level, where }: Sighting): string {
  return `${level} ${by} ${where}`;
}

function strongestFirst(sightings: readonly Sighting[]): readonly Sighting[] {
  return [...sightings].sort((a, b) => strengthOf(b.level) - strengthOf(a.level));
}
