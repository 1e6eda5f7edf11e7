import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../config/package-root.js';
import { readProblem } from '../../config/read-problem.js';
import { shapedYaml } from '../../config/shaped-yaml.js';
import { errorsOf } from '../../messages/coded-error.js';
import { mutationDataMessages } from '../../messages/mutation-messages.js';

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
  const unfit = (problem: string, cause?: unknown) => wrong('MUT-202', { file, problem }, cause);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw unfit(readProblem(cause), cause);
  });
  const document = shapedYaml('equivalent-mutants', text, unfit);
  // The schema has just proved the shape.
  const { equivalents } = document as { readonly equivalents: readonly Equivalent[] };
  const reasons = new Map<string, string>();
  for (const { mutant, reason } of equivalents) {
    if (reasons.has(mutant)) throw wrong('MUT-202', { file, problem: `it names ${mutant} twice` });
    reasons.set(mutant, reason);
  }
  return reasons;
}
