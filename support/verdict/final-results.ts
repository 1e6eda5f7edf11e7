import { wasInterrupted } from './interrupted.js';
import type { ScenarioResult } from './scenario-result.js';
import { inOrder } from './scenario-marks.js';
import { verdictEffect } from './verdict-order.js';

/**
 * One final result a scenario, in order of first appearance. A failed attempt stays final whatever a later one says;
 * otherwise the latest attempt counts, marked `unstable` when an earlier one ran and ended with another word.
 */
export function finalResults(attempts: readonly ScenarioResult[]): ScenarioResult[] {
  const byScenario = new Map<string, ScenarioResult[]>();
  for (const result of attempts) byScenario.set(result.id, [...(byScenario.get(result.id) ?? []), result]);
  return [...byScenario.values()].flatMap((all) => {
    const ordered = [...all].sort((a, b) => a.attempt - b.attempt);
    const final = ordered.find(({ verdict }) => verdictEffect(verdict) === 'contradicts') ?? ordered.at(-1);
    if (final === undefined) return [];
    // What a stopped run did not finish is no word about the target, and a resumed run goes on with it.
    const spoke = ordered.filter((attempt) => !wasInterrupted(attempt));
    const differs = spoke.some(({ verdict }) => verdict !== final.verdict && verdict !== 'not-run');
    return [differs ? { ...final, marks: inOrder([...final.marks, 'unstable']) } : final];
  });
}
