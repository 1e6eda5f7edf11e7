import { LabelName, Severity, type Label, type Link } from 'allure-js-commons';
import type { Requirement } from '../../verdict/requirement.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { sourceUrl } from '../source-link.js';

/** Epic of scenarios that belong to no row: they prove the harness. */
const harnessEpic = 'harness';

/** Labels of a scenario: by area, feature, requirement, the auditor's evidence category, verdict and mark. */
export function allureLabels(result: ScenarioResult, rows: readonly Requirement[]): Label[] {
  const area = rows[0]?.area ?? harnessEpic;
  const feature = result.feature.replace(/\.feature$/, '');
  return [
    { name: LabelName.EPIC, value: area },
    { name: LabelName.FEATURE, value: feature },
    { name: LabelName.STORY, value: result.name },
    { name: LabelName.PARENT_SUITE, value: area },
    { name: LabelName.SUITE, value: feature },
    { name: LabelName.SEVERITY, value: severityOf(rows) },
    { name: LabelName.FRAMEWORK, value: 'axys-certify' },
    ...rows.flatMap(({ id }) => [
      { name: LabelName.TAG, value: id },
      { name: 'requirement', value: id },
    ]),
    ...unique(rows.flatMap(({ categories }) => categories)).map((value) => ({ name: 'evidence', value })),
    { name: 'verdict', value: result.verdict },
    ...result.marks.map((value) => ({ name: 'mark', value })),
  ];
}

/** Links to the vendor's pages that the rows and the checks come from. */
export function allureLinks(result: ScenarioResult, rows: readonly Requirement[]): Link[] {
  const sources = [...rows.flatMap((row) => row.sources), ...result.checks.map(({ source }) => source)];
  return unique(sources).flatMap((name) => {
    const url = sourceUrl(name);
    return url === null ? [] : [{ name, url, type: 'link' }];
  });
}

function severityOf(rows: readonly Requirement[]): Severity {
  if (rows.length === 0) return Severity.NORMAL;
  return rows.some(({ level }) => level === 'MUST') ? Severity.CRITICAL : Severity.MINOR;
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
