import { errorsOf } from '../messages/coded-error.js';
import { evidenceMessages } from '../messages/evidence-messages.js';
import { shapeProblem, type EvidenceSchemaName } from '../config/evidence-schema.js';
import type { EvidenceFolder } from './evidence-folder.js';

const evidenceError = errorsOf(evidenceMessages, 'harnessError');

/** Writes records one a line, each after checking it against its schema; throws EVD-102 rather than write another shape. */
export async function writeNdjson(
  folder: EvidenceFolder,
  file: string,
  { schema, records }: { readonly schema: EvidenceSchemaName; readonly records: Iterable<unknown> },
): Promise<void> {
  await folder.writeStream(file, linesOf(records, schema, file));
}

function* linesOf(records: Iterable<unknown>, schema: EvidenceSchemaName, file: string): Generator<string> {
  for (const record of records) {
    const problem = shapeProblem(schema, record);
    if (problem !== null) throw evidenceError('EVD-102', { file, ...problem });
    yield `${JSON.stringify(record)}\n`;
  }
}
