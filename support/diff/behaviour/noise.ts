import type { Noise } from './behaviour-diff.js';
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

/** True for a change whose every aspect varies between runs of one version as well. */
export function isNoise({ aspects }: { readonly aspects: readonly string[] }, noise: Noise | null): boolean {
  if (noise === null || aspects.length === 0) return false;
  const known = new Set(noise.aspects);
  return aspects.every((aspect) => known.has(aspect));
}
