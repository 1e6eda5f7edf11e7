import type { Coverage } from '../../coverage/coverage.js';
import { baselineFiles } from '../../evidence/baseline-places.js';
import { planFiles } from '../../evidence/plan-files.js';
import type { RecordedStreams } from '../../evidence/recorded-streams.js';
import type { ObservedRun } from '../behaviour/observed-behaviour.js';
import { diffContracts } from '../contract/diff-contracts.js';
import { loadVersion } from '../contract/load-version.js';
import { withoutOwnLabels } from '../contract/without-own-labels.js';
import { impactedDiff, type ImpactedDiff } from '../impact/impacted-diff.js';
import { readFrozen } from './frozen-baseline.js';

/**
 * What differs between the contracts of the baseline and of this run, joined with what the baseline's run exercised. Nothing
 * when both were judged by the same one.
 */
export async function contractDifference(
  old: ObservedRun,
  judgedBy: { readonly sha256: string; readonly version: string },
  recorded: RecordedStreams,
): Promise<ImpactedDiff> {
  if (old.contract.sha256 === judgedBy.sha256) {
    const side = { file: planFiles.contract, version: judgedBy.version };
    const nothing = { runId: old.runId, affected: { requirements: [], scenarios: [] }, unexercised: [] };
    return { old: side, new: side, changes: [], coverage: nothing };
  }
  const read = async (file: string): Promise<string> => withoutOwnLabels(await recorded.text(file));
  const [before, after] = [
    await loadVersion(baselineFiles.contract, read),
    await loadVersion(planFiles.contract, read),
  ];
  const coverage = await readFrozen<Coverage>(recorded, baselineFiles.coverage, 'coverage');
  return impactedDiff(await diffContracts(before, after), coverage);
}
