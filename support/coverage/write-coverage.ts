import type { EvidenceFolder } from '../evidence/evidence-folder.js';
import { errorsOf } from '../messages/coded-error.js';
import { evidenceMessages } from '../messages/evidence-messages.js';
import { shapeProblem } from '../config/evidence-schema.js';
import { coverageFile, type Coverage } from './coverage.js';

const evidenceError = errorsOf(evidenceMessages, 'harnessError');

/** Writes `coverage.json`, one target a line. Throws EVD-102 rather than write another shape. */
export async function writeCoverage(folder: EvidenceFolder, coverage: Coverage): Promise<void> {
  const problem = shapeProblem('coverage', coverage);
  if (problem !== null) throw evidenceError('EVD-102', { file: coverageFile, ...problem });
  await folder.writeStream(coverageFile, coverageLines(coverage));
}

function* coverageLines({ targets, ...head }: Coverage): Generator<string> {
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "targets": [`;
  for (const [index, target] of targets.entries()) yield `${index === 0 ? '' : ','}\n    ${JSON.stringify(target)}`;
  yield '\n  ]\n}\n';
}
