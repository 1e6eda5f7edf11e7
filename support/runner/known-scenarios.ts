import type { KnownScenario } from '../evidence/test-scripts/known-scenario.js';
import { matrixOf } from './matrix-of.js';
import type { PlannedScenario } from './planned-scenario.js';
import type { PreparedRun } from './prepare-run.js';

/** What the features say of a scenario, as `plan/catalogue.json` has it. */
export type WrittenScenario = Pick<KnownScenario, 'id' | 'name' | 'feature' | 'requirements' | 'steps'>;

/** The whole matrix of a run's environment, selected or not, for `plan/catalogue.json`. */
export function knownScenarios({ plan, calls }: Pick<PreparedRun, 'plan' | 'calls'>): KnownScenario[] {
  return matrixOf(plan).map((scenario) => {
    const { operations, creates } = calls?.get(scenario.id) ?? { operations: [], creates: {} };
    return { ...writtenScenario(scenario), calls: operations, creates };
  });
}

/** One scenario as the features have it. */
export function writtenScenario({ id, name, feature, requirements, steps }: PlannedScenario): WrittenScenario {
  return {
    ...{ id, name, feature, requirements },
    steps: steps.map(({ keyword, text }) => `${keyword} ${text}`),
  };
}
