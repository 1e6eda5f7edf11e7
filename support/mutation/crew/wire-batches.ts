import { mutantOfTrial } from '../wire/mutant-of-trial.js';
import type { TriedMutant } from '../score/scored-mutant.js';
import type { SampleSize } from '../wire/sent/choose-errands.js';
import { requireClean } from './require-clean.js';
import { inPieces, type Attempt, type Batch, type Tried } from './batch.js';
import type { DrawnErrand } from './judged-run.js';

/** Errands between two control runs. */
const most = 16;

/** The batch that judges the mutants of every answer; its control run is the run that they are made from. It finds the sample. */
export function wireBatch(sample: SampleSize): Batch {
  const name = 'every answer of the matrix, changed and judged again';
  const judging: Attempt = {
    name,
    run: async (worker) => {
      const { control, trials, errands } = await worker.judge(sample);
      requireClean(control, 'the whole matrix');
      return {
        mutants: trials.map((trial) => mutantOfTrial('wire', trial)),
        next: inPieces(errands, most).map(errandBatch),
      };
    },
    broken: (because) => broken('wire', name, because),
  };
  return { controls: [], attempts: [judging] };
}

function errandBatch(errands: readonly DrawnErrand[]): Batch {
  return {
    controls: [{ faults: [], rows: errands.flatMap(({ rows }) => rows), environment: 'emulator' }],
    attempts: errands.map(({ errand }) => ({
      name: `${errand.mutant} over the wire`,
      run: async (worker) => ({ mutants: [mutantOfTrial('sample', await worker.send(errand))], next: [] }),
      broken: (because) => broken('sample', errand.mutant, because),
    })),
  };
}

function broken(part: TriedMutant['part'], id: string, because: string): Tried {
  return {
    mutants: [{ part, id, kind: 'not-tried', requirements: [], outcome: 'broken', caughtBy: [], because }],
    next: [],
  };
}
