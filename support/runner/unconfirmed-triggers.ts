import type { EnvironmentName } from '../config/environment-name.js';
import type { Contract } from '../contract/contract.js';
import { isUnconfirmedTrigger } from '../contract/unconfirmed-trigger.js';
import type { RunOutline } from './budget/run-outline.js';

/**
 * What a run on this environment cannot bring about, as lines for people before it starts: the assumed simulations that nobody
 * confirmed, and how many scenarios may need one. None where nothing is missing.
 */
export function unconfirmedTriggers(
  { planned }: Pick<RunOutline, 'planned'>,
  { operations }: Pick<Contract, 'operations'>,
  environment: EnvironmentName,
): readonly string[] {
  const isMissing = (id: string) => {
    const operation = operations.get(id);
    return operation !== undefined && isUnconfirmedTrigger(operation, environment);
  };
  const touched = planned.filter(({ calls }) => calls.some(isMissing));
  if (touched.length === 0) return [];
  const missing = [...new Set(touched.flatMap(({ calls }) => calls.filter(isMissing)))].toSorted();
  return [
    `Nobody confirmed ${missing.join(', ')}: where one of ${touched.length} scenarios needs that, it ends not-run (trigger unconfirmed)`,
    'An overlay that marks them confirmed lets them run, once the platform has named their paths (AXYS_CONTRACT_OVERLAY)',
  ];
}
