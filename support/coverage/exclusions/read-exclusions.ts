import { join } from 'node:path';
import { packageRoot } from '../../config/package-root.js';
import { parseYaml } from '../../config/parse-yaml.js';
import { errorsOf } from '../../messages/coded-error.js';
import { coverageMessages } from '../../messages/coverage-messages.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import type { Exclusion } from './exclusion.js';

const invalid = errorsOf(coverageMessages, 'configuration');

/** The exclusions this build ships, absolute path. */
export function exclusionsPath(): string {
  return join(packageRoot(), 'schemas/axys-v2/coverage-exclusions.yaml');
}

/** The exclusions in a text that was read from `file`. COV-201 (exit 78) for anything else. */
export function exclusionsIn(text: string, file: string): readonly Exclusion[] {
  let value: unknown;
  try {
    value = parseYaml(text);
  } catch (cause) {
    throw invalid('COV-201', { file, problem: 'it is not YAML' }, cause);
  }
  const problem = shapeProblem('coverage-exclusions', value);
  if (problem === null) return (value as { readonly exclusions: readonly Exclusion[] }).exclusions;
  const { where, expected, received } = problem;
  throw invalid('COV-201', { file, problem: `expected ${expected} at ${where}, received ${received}` });
}
