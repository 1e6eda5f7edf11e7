import { wholeMatrix } from './cucumber-plan.js';
import type { Plan } from './plan.js';
import type { PlannedScenario } from './planned-scenario.js';

/** Every scenario a full run has where this one runs, selected or not. */
export function matrixOf({ catalogue, selection }: Pick<Plan, 'catalogue' | 'selection'>): readonly PlannedScenario[] {
  // Only production limits the rows a run may select.
  return wholeMatrix(catalogue, selection.rows === null ? 'staging' : 'production');
}
