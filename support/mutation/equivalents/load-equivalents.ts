import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../config/package-root.js';
import { parseYaml } from '../../config/parse-yaml.js';
import { errorsOf } from '../../messages/coded-error.js';
import { mutationDataMessages } from '../../messages/mutation-messages.js';
import { shapeProblem } from '../../config/evidence-schema.js';

const wrong = errorsOf(mutationDataMessages, 'configuration');

/** A mutant that cannot be told from the sound behaviour. */
export interface Equivalent {
  /** Id of a seeded fault or of a wire mutant. */
  readonly mutant: string;
  /** Why no check can tell it, for a reader who doubts it. */
  readonly reason: string;
}

/** The table this package ships. */
const equivalentsFile: string = join(packageRoot(), 'schemas', 'axys-v2', 'equivalent-mutants.yaml');

/**
 * Reads the table of equivalent mutants: reasons by mutant. Throws MUT-202 (exit 78) for a file that cannot be read, has
 * another shape, or names a mutant twice.
 */
export async function loadEquivalents(file: string = equivalentsFile): Promise<ReadonlyMap<string, string>> {
  let document: unknown;
  try {
    document = parseYaml(await readFile(file, 'utf8'));
  } catch (cause) {
    throw wrong('MUT-202', { file, problem: cause instanceof Error ? cause.message : String(cause) }, cause);
  }
  const problem = shapeProblem('equivalent-mutants', document);
  if (problem !== null) {
    const { where, expected, received } = problem;
    throw wrong('MUT-202', { file, problem: `${where}: expected ${expected}, received ${received}` });
  }
  // The schema has just proved the shape.
  const { equivalents } = document as { readonly equivalents: readonly Equivalent[] };
  const reasons = new Map<string, string>();
  for (const { mutant, reason } of equivalents) {
    if (reasons.has(mutant)) throw wrong('MUT-202', { file, problem: `it names ${mutant} twice` });
    reasons.set(mutant, reason);
  }
  return reasons;
}
