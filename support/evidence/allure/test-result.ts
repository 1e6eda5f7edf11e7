import { Stage, type Attachment, type StepResult, type TestResult } from 'allure-js-commons';
import type { Requirement } from '../../verdict/requirement.js';
import type { ScenarioResult, ScenarioStep } from '../../verdict/scenario-result.js';
import { placeKey } from './exchange-places.js';
import { stableUuid } from './identity.js';
import { allureLabels, allureLinks } from './labels.js';
import { allureStatus, statusDetails, stepStatus } from './status.js';

/** Attachments of a scenario: traffic by place (see `placeKey`), and its own tables. */
export interface ScenarioAttachments {
  readonly traffic: ReadonlyMap<string, readonly Attachment[]>;
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
  const trafficOf = (step: number | null): Attachment[] => [...(attachments.traffic.get(placeKey(result, step)) ?? [])];
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
    steps: result.steps.map((step, index) => allureStep(step, result, trafficOf(index))),
    attachments: [...attachments.tables, ...trafficOf(null)],
    start,
    stop: start + Math.round(result.durationMs),
  };
}

function allureStep(
  { text, keyword, status, startedAt, durationMs }: ScenarioStep,
  { verdict }: ScenarioResult,
  attachments: Attachment[],
): StepResult {
  const start = Date.parse(startedAt);
  return {
    name: `${keyword.trim()} ${text}`,
    status: stepStatus(status, verdict),
    statusDetails: {},
    stage: Stage.FINISHED,
    steps: [],
    attachments,
    parameters: [],
    start,
    stop: start + Math.round(durationMs),
  };
}

function describeRows(rows: readonly Requirement[]): string {
  return rows.map(({ id, title, verify }) => `**${id} ${title}**: ${verify}`).join('\n\n');
}
