import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../config/package-root.js';
import { errorsOf } from '../../messages/coded-error.js';
import { emulatorMessages } from '../../messages/emulator-messages.js';
import { readProblem } from '../../config/read-problem.js';
import { shapedYaml } from '../../config/shaped-yaml.js';
import type { VariationId } from './variations.js';

const catalogueError = errorsOf(emulatorMessages, 'configuration');

/** Variations that get along and are played together. */
export type Company = 'usual' | 'lifecycles' | 'codes' | 'shapes' | 'refusals' | 'delivery' | 'money' | 'undecided';

/** What is known of a legal variation. Shape: `schemas/evidence/legal-variations.schema.json`. */
export interface VariationEntry {
  readonly id: VariationId;
  /** What is otherwise, in a sentence. */
  readonly title: string;
  /** Why no page forbids it. */
  readonly legal: string;
  /** A page of the vendor, a section of a standard, or `question X-00` where nothing answers. */
  readonly source: string;
  readonly company: Company;
  /** Rows of the matrix whose scenarios meet it. */
  readonly rows: readonly string[];
  /** What a run then says about open questions, by their id. */
  readonly readings?: Readonly<Record<string, string>>;
  /** Rows that nothing decides under it: neither demonstrated nor contradicted. */
  readonly leaves?: readonly string[];
  /** Rules that may report an advisory or a review. */
  readonly remarks?: readonly string[];
}

/** Where the catalogue lies. */
const variationCatalogueFile: string = join(packageRoot(), 'schemas', 'axys-v2', 'legal-variations.yaml');

/** Reads the catalogue of legal variations and checks its shape. Throws EMU-107 (exit 78), which names the entry. */
export async function loadVariations(path: string = variationCatalogueFile): Promise<readonly VariationEntry[]> {
  const wrong = (problem: string, cause?: unknown) => catalogueError('EMU-107', { file: path, problem }, cause);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw wrong(readProblem(cause), cause);
  });
  const document = shapedYaml('legal-variations', text, wrong);
  // The schema has just proved the shape; a test holds the ids against the switches.
  return (document as { readonly variations: readonly VariationEntry[] }).variations;
}
