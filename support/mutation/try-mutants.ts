import type { FaultEntry } from '../emulator/faults/fault-catalogue.js';
import { faultBatches } from './behaviour/fault-batches.js';
import { tryBatches, type CrewOptions } from './crew/crew.js';
import { wireBatch } from './crew/wire-batches.js';
import type { TriedMutant } from './score/scored-mutant.js';

/** Mutants that are sent over the wire. */
const sampleSize = 50;

/** What a mutation run tries. */
export interface MutationPlan {
  readonly faults: readonly FaultEntry[];
  /** Whether the answers of the matrix are changed as well. */
  readonly wire: boolean;
  /** Draws the sample that is sent. */
  readonly seed: number;
}

/**
 * Tries faults and wire mutants, the latter first, since they find the sample that is sent. The mutants come back in the order
 * of the catalogue of faults, then in the order in which they were made. Throws as {@link tryBatches}.
 */
export async function tryMutants(
  { faults, wire, seed }: MutationPlan,
  options: CrewOptions,
): Promise<readonly TriedMutant[]> {
  const batches = [
    ...(wire ? [wireBatch({ count: sampleSize, seed })] : []),
    ...faultBatches(faults, options.processes),
  ];
  const mutants = await tryBatches(batches, options);
  const place = new Map(faults.map(({ id }, index) => [id, index]));
  return mutants.toSorted((a, b) => (place.get(a.id) ?? faults.length) - (place.get(b.id) ?? faults.length));
}
