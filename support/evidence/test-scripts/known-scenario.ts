import { errorsOf } from '../../messages/coded-error.js';
import { verifyMessages } from '../../messages/verify-messages.js';
import type { KindCounts } from '../../contract/object-kinds.js';
import { shapeProblem } from '../../config/evidence-schema.js';

/** A scenario of the whole matrix as `plan/catalogue.json` freezes it, selected or not. */
export interface KnownScenario {
  readonly id: string;
  readonly name: string;
  /** Path below `features/`. */
  readonly feature: string;
  /** Rows of the matrix it is about. */
  readonly requirements: readonly string[];
  /** Its steps as written, keyword included. */
  readonly steps: readonly string[];
  /** Operations it may call, sorted. */
  readonly calls: readonly string[];
  /** The most it may create and move. */
  readonly creates: KindCounts;
}

const damaged = errorsOf(verifyMessages, 'integrity');

/** Reads `plan/catalogue.json` back. VFY-302 for anything else than our own writer makes. */
export function knownScenariosIn(text: string, file: string): readonly KnownScenario[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw damaged('VFY-302', { file, problem: 'it is not JSON' }, cause);
  }
  const problem = shapeProblem('scenario-catalogue', value);
  if (problem === null) return value as readonly KnownScenario[];
  const { where, expected, received } = problem;
  throw damaged('VFY-302', { file, problem: `at ${where}, expected ${expected}, received ${received}` });
}
