import { Status } from 'allure-js-commons';
import type { Category } from 'allure-js-commons/sdk';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import type { ScenarioVerdict } from '../../verdict/verdict.js';
import { causesOf } from '../../evidence/causes.js';
import { problemClasses } from './problem-classes.js';
import { causePattern, classPattern } from './status.js';

/** Categories of verdicts that have no class because nothing went wrong. */
const quietVerdicts: readonly { readonly name: string; readonly verdict: ScenarioVerdict }[] = [
  { name: 'Not run', verdict: 'not-run' },
  { name: 'Not applicable', verdict: 'not-applicable' },
];

/**
 * Allure's categories of a run: the classes of problems, then one a cause, then what did not run. A category without
 * statuses matches every result, also those without one.
 */
export function allureCategories(results: readonly ScenarioResult[]): Category[] {
  return [
    ...problemClasses.map(({ id, title, description }) => ({
      name: title,
      description,
      traceRegex: classPattern(id),
    })),
    ...causesOf(results).map(({ id, level, message }) => ({
      name: `${level}: ${id}`,
      description: message,
      traceRegex: causePattern(id),
    })),
    ...quietVerdicts.map(({ name, verdict }) => ({
      name,
      messageRegex: `\\[${verdict}\\][\\s\\S]*`,
      matchedStatuses: [Status.SKIPPED],
    })),
  ];
}
