import { errorsOf } from '../messages/coded-error.js';
import { evidenceMessages } from '../messages/evidence-messages.js';
import { shapeProblem, type EvidenceSchemaName } from '../config/evidence-schema.js';
import type { EvidenceFolder } from './evidence-folder.js';

const evidenceError = errorsOf(evidenceMessages, 'harnessError');

/** Writes a JSON artefact after checking it against its schema; throws EVD-102 rather than write another shape. */
export async function writeJson(
  folder: EvidenceFolder,
  file: string,
  { schema, content }: { readonly schema: EvidenceSchemaName; readonly content: unknown },
): Promise<void> {
  const problem = shapeProblem(schema, content);
  if (problem !== null) throw evidenceError('EVD-102', { file, ...problem });
  await folder.write(file, `${JSON.stringify(content, null, 2)}\n`);
}
