import type { KnownScenario } from '../evidence/test-scripts/known-scenario.js';
import { matrixOf } from './matrix-of.js';
import type { PreparedRun } from './prepare-run.js';

/** The whole matrix of a run's environment, selected or not, for `plan/catalogue.json`. */
export function knownScenarios({ plan, calls }: Pick<PreparedRun, 'plan' | 'calls'>): KnownScenario[] {
  return matrixOf(plan).map(({ id, name, feature, requirements, steps }) => {
    const { operations, creates } = calls?.get(id) ?? { operations: [], creates: {} };
    return {
      ...{ id, name, feature, requirements },
      steps: steps.map(({ keyword, text }) => `${keyword} ${text}`),
      ...{ calls: operations, creates },
    };
  });
}
