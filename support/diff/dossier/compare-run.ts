import type { DecidedRun } from '../../evidence/decided-run.js';
import type { RecordedStreams } from '../../evidence/recorded-streams.js';
import { frozenBaseline } from './frozen-baseline.js';
import type { RunComparison } from './run-comparison.js';

/**
 * Compares a decided run with what its plan froze of the baseline; null for a run without one. A pure function of what lies
 * in the pack: `verify` derives it again. Throws what the readers throw.
 */
export async function compareRun(run: DecidedRun, recorded: RecordedStreams): Promise<RunComparison | null> {
  const frozen = await frozenBaseline(recorded);
  if (frozen === null) return null;
  // A tenth of the harness, and most runs are compared with nothing.
  const { compareWithBaseline } = await import('./compare-with-baseline.js');
  return compareWithBaseline(frozen, run, recorded);
}
