import { join } from 'node:path';
import { errorsOf } from '../../messages/coded-error.js';
import { evidenceMessages } from '../../messages/evidence-messages.js';
import { recorderFiles } from '../../trace/recorder-files.js';
import { shapeProblem } from '../../verdict/evidence-schema.js';
import type { DecidedRun } from '../decided-run.js';
import type { EvidenceFolder } from '../evidence-folder.js';
import { readExchanges } from '../read-exchanges.js';
import type { ReproducedCause } from './reproduced-cause.js';
import { reproduceCauses } from './reproduce-causes.js';

const evidenceError = errorsOf(evidenceMessages, 'harnessError');

/** Writes `results/findings.json` from the recorded exchanges; throws EVD-102 rather than write another shape. */
export async function writeFindings(
  folder: EvidenceFolder,
  run: Pick<DecidedRun, 'facts' | 'results'>,
): Promise<readonly ReproducedCause[]> {
  const findings = await reproduceCauses(run, readExchanges(join(folder.root, recorderFiles.exchanges)));
  const problem = shapeProblem('findings', findings);
  if (problem !== null) throw evidenceError('EVD-102', { file: 'results/findings.json', ...problem });
  await folder.write('results/findings.json', `${JSON.stringify(findings, null, 2)}\n`);
  return findings;
}
