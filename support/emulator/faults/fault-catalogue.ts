import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../config/package-root.js';
import { errorsOf } from '../../messages/coded-error.js';
import { emulatorMessages } from '../../messages/emulator-messages.js';
import { readProblem } from '../../config/read-problem.js';
import { shapedYaml } from '../../config/shaped-yaml.js';

const catalogueError = errorsOf(emulatorMessages, 'configuration');

/** Who has to report a fault: a check of a step, a rule of the judge, or an invariant over all traffic. */
export type Catcher = { readonly check: string } | { readonly rule: string } | { readonly invariant: string };

/** What is known of a seeded fault. Shape: `schemas/evidence/faults.schema.json`. */
export interface FaultEntry {
  /** Permanent id `family/what-is-wrong`. */
  readonly id: string;
  /** What is wrong, in a sentence. */
  readonly title: string;
  readonly area: string;
  /** Rows of the matrix whose scenarios meet it. */
  readonly requirements: readonly string[];
  /** Operations whose behaviour or answer is wrong. */
  readonly operations: readonly string[];
  /** What the documentation says and the fault breaks. */
  readonly fact: string;
  /** The vendor's page of the fact. */
  readonly source: string;
  /** Every one of these has to report it. */
  readonly caughtBy: readonly Catcher[];
}

/** Where the catalogue lies. */
const faultCatalogueFile: string = join(packageRoot(), 'schemas', 'axys-v2', 'faults.yaml');

/** Reads the fault catalogue and checks its shape. Throws EMU-106 (exit 78), which names the entry. */
export async function loadFaults(path: string = faultCatalogueFile): Promise<readonly FaultEntry[]> {
  const wrong = (problem: string, cause?: unknown) => catalogueError('EMU-106', { file: path, problem }, cause);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw wrong(readProblem(cause), cause);
  });
  const document = shapedYaml('faults', text, wrong);
  // The schema has just proved the shape.
  return (document as { readonly faults: readonly FaultEntry[] }).faults;
}

/** A catcher as kind and id. */
export function catcherOf(catcher: Catcher): { readonly kind: 'check' | 'rule' | 'invariant'; readonly id: string } {
  if ('check' in catcher) return { kind: 'check', id: catcher.check };
  if ('rule' in catcher) return { kind: 'rule', id: catcher.rule };
  return { kind: 'invariant', id: catcher.invariant };
}
