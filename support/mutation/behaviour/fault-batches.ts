import type { FaultEntry } from '../../emulator/faults/fault-catalogue.js';
import type { FaultOrder } from './fault-run.js';
import { orderOf } from './fault-trial.js';

/** Faults that one process tries one after another between two control runs. They share their environment. */
export interface FaultBatch {
  readonly environment: FaultOrder['environment'];
  readonly faults: readonly FaultEntry[];
}

/** Enough to make loading worth it, few enough that no kill is far from a control run. */
const size = { least: 4, most: 16 };

/**
 * Splits faults into batches for this many processes, in the order of the catalogue, whose neighbours share rows: so the
 * control run of a batch is short.
 */
export function batchesOf(faults: readonly FaultEntry[], processes: number): readonly FaultBatch[] {
  const each = Math.min(size.most, Math.max(size.least, Math.ceil(faults.length / processes)));
  const environments = [...new Set(faults.map((fault) => orderOf(fault).environment))];
  return environments.flatMap((environment) => {
    const members = faults.filter((fault) => orderOf(fault).environment === environment);
    return Array.from({ length: Math.ceil(members.length / each) }, (_, index) => ({
      environment,
      faults: members.slice(index * each, (index + 1) * each),
    }));
  });
}

/** The control run of some batches: all their rows without a fault, one order for each environment. */
export function controlsOf(batches: readonly FaultBatch[]): readonly FaultOrder[] {
  const environments = [...new Set(batches.map(({ environment }) => environment))];
  return environments.map((environment) => {
    const members = batches.filter((batch) => batch.environment === environment).flatMap(({ faults }) => faults);
    const rows = [...new Set(members.flatMap(({ requirements }) => requirements))].toSorted();
    return { faults: [], rows, environment };
  });
}
