import type { KindCounts } from '../../contract/object-kinds.js';
import { parseJson } from '../verify/parse-json.js';
import { requireShape } from '../verify/require-shape.js';

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

/** Reads `plan/catalogue.json` back. VFY-302 for anything else than our own writer makes. */
export function knownScenariosIn(text: string, file: string): readonly KnownScenario[] {
  const value = parseJson(text, file);
  requireShape('scenario-catalogue', value, file);
  return value as readonly KnownScenario[];
}
