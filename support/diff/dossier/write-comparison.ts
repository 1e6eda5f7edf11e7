import { comparisonFiles } from '../../evidence/baseline-places.js';
import type { EvidenceFolder } from '../../evidence/evidence-folder.js';
import { writeJson } from '../../evidence/write-json.js';
import type { RunComparison } from './run-comparison.js';

/** Writes `comparison/`; nothing for a run without a baseline. EVD-102 for a comparison of another shape. */
export async function writeComparison(folder: EvidenceFolder, comparison: RunComparison | null): Promise<void> {
  if (comparison === null) return;
  const { contract, behaviour, dossier } = comparison;
  await writeJson(folder, comparisonFiles.contract, { schema: 'contract-diff', content: contract });
  await writeJson(folder, comparisonFiles.behaviour, { schema: 'behaviour-diff', content: behaviour });
  await writeJson(folder, comparisonFiles.dossier, { schema: 'dossier', content: dossier });
}
