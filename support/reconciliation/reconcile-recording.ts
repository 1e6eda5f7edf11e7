import { planFiles } from '../evidence/plan-files.js';
import type { RecordedStreams } from '../evidence/recorded-streams.js';
import { FactsCollector } from './facts/facts-collector.js';
import { reconcile, type ReconciledLedger } from './reconcile.js';
import { settingsIn } from './settings-in.js';

/** Reconciles a run from its recording and frozen plan alone, in one pass. Throws what the readers throw. */
export async function reconcileRecording(
  recorded: Pick<RecordedStreams, 'exchanges' | 'text'>,
): Promise<ReconciledLedger> {
  const collector = new FactsCollector();
  for await (const exchange of recorded.exchanges()) collector.listen(exchange);
  return reconcile(collector.facts, settingsIn(await recorded.text(planFiles.program), planFiles.program));
}
