import { join } from 'node:path';
import { packageRoot } from '../../config/package-root.js';
import { shapedYaml } from '../../config/shaped-yaml.js';
import { errorsOf } from '../../messages/coded-error.js';
import { coverageMessages } from '../../messages/coverage-messages.js';
import type { Exclusion } from './exclusion.js';

const invalid = errorsOf(coverageMessages, 'configuration');

/** The exclusions this build ships, absolute path. */
export function exclusionsPath(): string {
  return join(packageRoot(), 'schemas/axys-v2/coverage-exclusions.yaml');
}

/** The exclusions in a text that was read from `file`. COV-201 (exit 78) for anything else. */
export function exclusionsIn(text: string, file: string): readonly Exclusion[] {
  const value = shapedYaml('coverage-exclusions', text, (problem, cause) =>
    invalid('COV-201', { file, problem }, cause),
  );
  // The schema has just proved the shape.
  return (value as { readonly exclusions: readonly Exclusion[] }).exclusions;
}
