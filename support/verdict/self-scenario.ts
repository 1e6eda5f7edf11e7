import type { ScenarioResult } from './scenario-result.js';

/** Tag of scenarios that prove the harness itself and count for no row. */
export const selfTag = '@self';

/** True for a scenario that proves the harness; what it finds says nothing about the product. */
export function isSelfScenario({ tags }: Pick<ScenarioResult, 'tags'>): boolean {
  return tags.includes(selfTag);
}
