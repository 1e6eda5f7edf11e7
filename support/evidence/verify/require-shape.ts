import { shapeProblem, type EvidenceSchemaName } from '../../config/evidence-schema.js';
import { errorsOf } from '../../messages/coded-error.js';
import { verifyMessages } from '../../messages/verify-messages.js';

const damaged = errorsOf(verifyMessages, 'integrity');

/** Requires that what a file of a pack holds has the shape of a schema. VFY-302 for what our own writers do not make. */
export function requireShape(schema: EvidenceSchemaName, value: unknown, file: string): void {
  const problem = shapeProblem(schema, value);
  if (problem === null) return;
  const { where, expected, received } = problem;
  throw damaged('VFY-302', { file, problem: `expected ${expected} at ${where}, received ${received}` });
}
