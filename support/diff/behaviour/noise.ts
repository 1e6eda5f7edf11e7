import type { Noise } from './behaviour-diff.js';
import type { RawBehaviourChange } from './compare/raw-change.js';
import { rawChanges } from './compare/raw-changes.js';
import type { ObservedBehaviour } from './observed-behaviour.js';

/** Learns from two runs of the same version what differs although nothing changed. */
export function learnNoise(one: ObservedBehaviour, other: ObservedBehaviour): Noise {
  const { changes, verdicts } = rawChanges(one, other);
  const aspects = [...changes, ...verdicts].flatMap((change) => change.aspects);
  return { runs: [[one.run.runId, other.run.runId]], aspects: [...new Set(aspects)].sort() };
}

/** What several pairs of runs teach together; null for none. */
export function joinNoise(all: readonly Noise[]): Noise | null {
  if (all.length === 0) return null;
  return {
    runs: all.flatMap(({ runs }) => runs),
    aspects: [...new Set(all.flatMap(({ aspects }) => aspects))].sort(),
  };
}

/** Tells a change whose every aspect varies between runs of one version as well. */
export function noiseFilter(noise: Noise | null): (change: Pick<RawBehaviourChange, 'aspects'>) => boolean {
  const known = new Set(noise?.aspects ?? []);
  return ({ aspects }) => aspects.length > 0 && aspects.every((aspect) => known.has(aspect));
}

/** Ids of scenarios that runs of one version end differently. */
export function varyingScenarios(noise: Noise | null): ReadonlySet<string> {
  const ended = noise?.aspects.flatMap((aspect) => /^scenario (.+) [a-z-]+$/.exec(aspect)?.[1] ?? []) ?? [];
  return new Set(ended);
}
