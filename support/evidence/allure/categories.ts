import { Status } from 'allure-js-commons';
import type { Category } from 'allure-js-commons/sdk';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { scenarioVerdicts, type ScenarioVerdict } from '../../verdict/verdict.js';
import { causesOf } from '../causes.js';
import { causePattern } from './status.js';

/** Names of the categories that hold what has a verdict but no cause of its own; null for what is fine. */
const names: Readonly<Record<ScenarioVerdict, string | null>> = {
  fail: 'Rejected behaviour',
  'harness-error': 'Harness errors',
  inconclusive: 'Inconclusive',
  vacuous: 'Nothing was checked',
  'not-run': 'Not run',
  review: 'For review',
  advisory: null,
  pass: null,
  'not-applicable': 'Not applicable',
};

/** Allure's categories of a run: one a cause, then one a verdict that is not green. */
export function allureCategories(results: readonly ScenarioResult[]): Category[] {
  return [
    ...causesOf(results).map(({ id, level, message }) => ({
      name: `${level}: ${id}`,
      description: message,
      traceRegex: causePattern(id),
    })),
    ...scenarioVerdicts.flatMap((verdict) => {
      const name = names[verdict];
      return name === null
        ? []
        : [{ name, messageRegex: `\\[${verdict}\\][\\s\\S]*`, matchedStatuses: anyStatus(verdict) }];
    }),
  ];
}

/** Allure matches a category with statuses only against them; a result without status needs a category without. */
function anyStatus(verdict: ScenarioVerdict): Status[] {
  return verdict === 'review' ? [] : [Status.FAILED, Status.BROKEN, Status.SKIPPED];
}
