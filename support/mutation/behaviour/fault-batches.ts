import type { FaultEntry } from '../../emulator/faults/fault-catalogue.js';
import { inPieces, type Attempt, type Batch } from '../crew/batch.js';
import { brokenTrial, mutantOf, orderOf, trialOf, type FaultTrial } from './fault-trial.js';

/** Enough to make loading worth it, few enough that no kill is far from a control run. */
const size = { least: 4, most: 16 };

/**
 * Splits faults into batches for this many processes, in the order of the catalogue, whose neighbours share rows: so the
 * control run of a batch is short. The faults of a batch share their environment.
 */
export function faultBatches(faults: readonly FaultEntry[], processes: number): readonly Batch[] {
  const each = Math.min(size.most, Math.max(size.least, Math.ceil(faults.length / processes)));
  const environments = [...new Set(faults.map((fault) => orderOf(fault).environment))];
  return environments.flatMap((environment) =>
    inPieces(
      faults.filter((fault) => orderOf(fault).environment === environment),
      each,
    ).map((members) => ({
      controls: [{ faults: [], rows: members.flatMap(({ requirements }) => requirements), environment }],
      attempts: members.map(attemptOf),
    })),
  );
}

function attemptOf(fault: FaultEntry): Attempt {
  const tried = (trial: FaultTrial) => ({ mutants: [mutantOf(trial)], next: [] });
  return {
    name: fault.id,
    run: async (worker) => tried(trialOf(fault, await worker.run(orderOf(fault)))),
    broken: (because) => tried(brokenTrial(fault, because)),
  };
}
