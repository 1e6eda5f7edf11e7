import type { ScenarioResult } from '../verdict/scenario-result.js';

/**
 * A scenario's name for readers: an Outline's row keeps its number (`[2]`), because tools that know tests by name would
 * take two rows of the same name for one.
 */
export function shownName({ id, name }: Pick<ScenarioResult, 'id' | 'name'>): string {
  const row = /\[\d+\]$/.exec(id)?.[0];
  return row === undefined ? name : `${name} ${row}`;
}
