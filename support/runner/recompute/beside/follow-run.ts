import type { Journal } from '../../../trace/journal.js';
import type { RunRequest } from '../../run-request.js';
import type { RecomputationBeside } from './recompute-beside.js';

/** Below this many scenarios a thread costs more than it takes over. */
const worthAThread = 20;

/** On one core a thread would only load modules again; on two, what a run and its emulator leave idle is enough for it. */
const fewestCores = 2;

/** Begins to derive a run again beside it, once its plan is frozen; null where nobody asks for that, or it is not worth it. */
export function followRun({
  folder,
  runId,
  prepared,
  cores,
  recomputeBeside,
}: Pick<RunRequest, 'folder' | 'runId' | 'cores' | 'recomputeBeside'> & {
  readonly prepared: { readonly plan: { readonly scenarios: readonly unknown[] } };
}): RecomputationBeside | null {
  if (prepared.plan.scenarios.length < worthAThread || cores < fewestCores) return null;
  return recomputeBeside?.({ root: folder, runId }) ?? null;
}

/** A journal whose checkpoints tell a follower that more of the run is written. */
export function toldOf(journal: Journal, { grown }: Pick<RecomputationBeside, 'grown'>): Journal {
  return {
    ...journal,
    checkpoint: async (event) => {
      await journal.checkpoint(event);
      grown();
    },
  };
}
