import { Stage, type Attachment, type StepResult, type TestResult } from 'allure-js-commons';
import type { Requirement } from '../../verdict/requirement.js';
import type { ScenarioResult, ScenarioStep } from '../../verdict/scenario-result.js';
import { stableUuid } from './identity.js';
import { allureLabels, allureLinks } from './labels.js';
import { allureStatus, statusDetails, stepStatus } from './status.js';

/** Attachments of a scenario: by exchange, and its own tables. */
export interface ScenarioAttachments {
  readonly exchanges: ReadonlyMap<string, Attachment>;
  readonly tables: readonly Attachment[];
}

/** One scenario as Allure's model of a test result. `rows` are the catalogue's entries for its requirement ids. */
export function allureResult(
  runId: string,
  result: ScenarioResult,
  rows: readonly Requirement[],
  attachments: ScenarioAttachments,
): TestResult {
  const status = allureStatus(result.verdict);
  const inSteps = new Set(result.steps.flatMap(({ exchangeIds }) => exchangeIds));
  const loose = result.exchangeIds.filter((id) => !inSteps.has(id));
  const start = Date.parse(result.startedAt);
  return {
    uuid: stableUuid(runId, result.id, String(result.attempt)),
    historyId: stableUuid(result.id),
    testCaseId: stableUuid(result.id),
    fullName: result.id,
    titlePath: ['features', ...result.feature.split('/')],
    name: result.name,
    ...(status === null ? {} : { status }),
    statusDetails: statusDetails(result),
    stage: Stage.FINISHED,
    description: describeRows(rows),
    labels: allureLabels(result, rows),
    links: allureLinks(result, rows),
    parameters: [],
    steps: result.steps.map((step) => allureStep(step, result, attachments.exchanges)),
    attachments: [...attachments.tables, ...pick(loose, attachments.exchanges)],
    start,
    stop: start + Math.round(result.durationMs),
  };
}

function allureStep(
  { text, keyword, status, startedAt, durationMs, exchangeIds }: ScenarioStep,
  { verdict }: ScenarioResult,
  exchanges: ReadonlyMap<string, Attachment>,
): StepResult {
  const start = Date.parse(startedAt);
  return {
    name: `${keyword.trim()} ${text}`,
    status: stepStatus(status, verdict),
    statusDetails: {},
    stage: Stage.FINISHED,
    steps: [],
    attachments: pick(exchangeIds, exchanges),
    parameters: [],
    start,
    stop: start + Math.round(durationMs),
  };
}

function pick(ids: readonly string[], exchanges: ReadonlyMap<string, Attachment>): Attachment[] {
  return ids.flatMap((id) => exchanges.get(id) ?? []);
}

function describeRows(rows: readonly Requirement[]): string {
  return rows.map(({ id, title, verify }) => `**${id} ${title}**: ${verify}`).join('\n\n');
}
