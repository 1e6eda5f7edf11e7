import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../config/package-root.js';
import { parseYaml } from '../../config/parse-yaml.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import type { Edit } from '../edit.js';

/** What stands between something that goes wrong and a green result. Shape: `schemas/evidence/guards.schema.json`. */
export interface Guard {
  /** What goes wrong. */
  readonly item: string;
  /** Id of the battery's scenario that shows it. */
  readonly scenario: string;
  /** What the guard does, as a sentence. */
  readonly guard: string;
  /** Source file, such as `support/verdict/decide.ts`. */
  readonly file: string;
  /** The guard as it stands, once, in the compiled file. */
  readonly text: string;
  /** What stands there when it is taken out. */
  readonly without: string;
}

/** Reads the table of guards. Throws for one that does not have its shape. */
export async function loadGuards(): Promise<readonly Guard[]> {
  const document: unknown = parseYaml(await readFile(join(packageRoot(), 'schemas/self/guards.yaml'), 'utf8'));
  const problem = shapeProblem('guards', document);
  if (problem !== null) throw new Error(`guards.yaml at ${problem.where}: expected ${problem.expected}`);
  // The schema has just proved the shape.
  return (document as { readonly guards: readonly Guard[] }).guards;
}

/** The edit of a build that takes a guard out of it. */
export function takingOut({ file, text, without }: Guard): Edit {
  return { file: `dist/${file.replace(/\.ts$/, '.js')}`, text, becomes: without };
}
