import { errorsOf } from '../../messages/coded-error.js';
import { carryMessages } from '../../messages/carry-messages.js';
import { matrixOf } from '../matrix-of.js';
import type { Plan } from '../plan.js';
import type { CarriedScenario } from '../../verdict/carried-over.js';

const usage = errorsOf(carryMessages, 'usage');

/**
 * The plan of a run that takes scenarios over: only the others run, and the run is partial only when the two together are
 * less than the matrix. CRY-104 (64) when nothing is left to run.
 */
export function narrowPlan(plan: Plan, carried: readonly CarriedScenario[], from: string): Plan {
  const taken = new Set(carried.map(({ id }) => id));
  const scenarios = plan.scenarios.filter(({ id }) => !taken.has(id));
  if (scenarios.length === 0) throw usage('CRY-104', { run: from, selection: plan.description });
  const running = new Set(scenarios.map(({ id }) => id));
  return {
    ...plan,
    scenarios,
    carried: [...taken],
    partial: matrixOf(plan).some(({ id }) => !running.has(id) && !taken.has(id)),
    description: `${plan.description}, ${taken.size} carried over from ${from}`,
  };
}
