import type { DerivedRun } from '../views/derived-run.js';
import { keepRuns } from '../runner/keep/keep-runs.js';
import { keptLines } from '../runner/keep/kept-lines.js';
import { explainError } from './explain-error.js';
import type { CommandIo } from './streams.js';

/**
 * Removes the runs beyond the newest `keep` from a reports folder (`run --keep`), after a run that reached its end, and says
 * on stderr which went and why others stayed. Problems are told and change no exit code.
 */
export async function keepNewest(
  keep: number,
  { run, reports }: { readonly run: DerivedRun; readonly reports: string },
  io: CommandIo,
): Promise<void> {
  // Whoever interrupts is about to kill, and may want to go on with what is there.
  if (io.interrupted.aborted) {
    io.stderr.write(`--keep ${keep}: older runs stay, because this run was stopped\n`);
    return;
  }
  const kept = await keepRuns(reports, { keep, named: new Set([run.facts.runId, ...earlierRuns(run)]) });
  for (const line of keptLines(keep, kept)) io.stderr.write(`${line}\n`);
  for (const problem of kept.problems) explainError(problem, io);
}

/** The packs that this run took something over from or compared itself with: the next one is likely to name them again. */
function earlierRuns({ carried, comparison }: DerivedRun): readonly string[] {
  const { baseline } = comparison?.dossier ?? { baseline: null };
  const compared = baseline === null ? [] : [baseline, ...baseline.noise];
  return [...(carried === null ? [] : [carried.runId]), ...compared.map(({ runId }) => runId)];
}
