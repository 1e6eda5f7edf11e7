import type { ScenarioVerdict } from '../verdict/verdict.js';
import { scenarioVerdicts } from '../verdict/verdict.js';
import { countVerdicts } from '../evidence/summary.js';
import type { DerivedRun } from './derived-run.js';

/** A number of things by their words, as `132: 131 pass, 1 not-applicable`; words that nothing has are left out. */
export function tally(total: string, counts: readonly (readonly [word: string, count: number])[]): string {
  const parts = counts.filter(([, count]) => count > 0).map(([word, count]) => `${count} ${word}`);
  return parts.length === 0 ? total : `${total}: ${parts.join(', ')}`;
}

/** Results by verdict; where the plan has more scenarios than there are results, also of how many. */
export function scenarioTally({ results, planned }: Pick<DerivedRun, 'results' | 'planned'>): string {
  const counts: Readonly<Record<ScenarioVerdict, number>> = countVerdicts(results.map(({ verdict }) => verdict));
  const whole = planned === null || planned <= results.length;
  return tally(
    whole ? String(results.length) : `${results.length} of ${planned} planned`,
    scenarioVerdicts.map((word) => [word, counts[word]]),
  );
}
