import { Stage, type Attachment, type StepResult, type TestResult } from 'allure-js-commons';
import type { Requirement } from '../../verdict/requirement.js';
import type { ScenarioResult, ScenarioStep } from '../../verdict/scenario-result.js';
import { shownName } from '../shown-name.js';
import { stableUuid } from './identity.js';
import { allureLabels, allureLinks } from './labels.js';
import { proofSteps } from './proof-steps.js';
import { allureStatus, statusDetails, stepStatus } from './status.js';
import type { ScenarioTraffic } from './step-traffic.js';

/** What a result shows beside the scenario. */
export interface ResultContext {
  /** The catalogue's entries for its requirement ids. */
  readonly rows: readonly Requirement[];
  /** Ids of its classes of problems. */
  readonly classes: readonly string[];
  readonly traffic: ScenarioTraffic;
  readonly more: readonly Attachment[];
}

/**
 * The same for a scenario in every run, so that Allure shows its history; rows of an Outline have ids of their own, so they
 * never merge.
 */
export function historyId({ id }: Pick<ScenarioResult, 'id'>): string {
  return stableUuid(id);
}

/** One scenario as Allure's model of a test result. */
export function allureResult(
  runId: string,
  result: ScenarioResult,
  { rows, classes, traffic, more }: ResultContext,
): TestResult {
  const status = allureStatus(result.verdict);
  const start = Date.parse(result.startedAt);
  return {
    uuid: stableUuid(runId, result.id, String(result.attempt)),
    historyId: historyId(result),
    testCaseId: historyId(result),
    fullName: result.id,
    titlePath: ['features', ...result.feature.split('/')],
    name: shownName(result),
    ...(status === null ? {} : { status }),
    statusDetails: statusDetails(result, classes),
    stage: Stage.FINISHED,
    description: describeRows(rows),
    labels: allureLabels(result, rows),
    links: allureLinks(result, rows),
    parameters: [],
    steps: [
      ...result.steps.map((step, index) => allureStep(step, result, [...(traffic.steps[index] ?? [])])),
      ...proofSteps(result),
    ],
    attachments: [...more, ...traffic.rest],
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
