import { Stage, Status, type Parameter, type StepResult } from 'allure-js-commons';
import type { CheckRecord } from '../../verdict/check.js';
import type { CheckOutcome } from '../../verdict/verdict.js';
import type { ScenarioResult, WaitRecord } from '../../verdict/scenario-result.js';
import { violationLevel } from '../../verdict/violation-level.js';

/** What a scenario rests on beside its own steps. Allure knows no checks, so they are shown as steps behind the others. */
export function proofSteps({
  checks,
  waits,
  startedAt,
}: Pick<ScenarioResult, 'checks' | 'waits' | 'startedAt'>): StepResult[] {
  const at = Date.parse(startedAt);
  return [
    ...group(`Waits (${waits.length})`, waits.map(waitStep), at),
    ...group(
      `Checks (${checks.length})`,
      checks.map((check) => checkStep(check, at)),
      at,
    ),
  ];
}

const statuses: Readonly<Record<CheckOutcome, Status>> = {
  met: Status.PASSED,
  violated: Status.FAILED,
  undetermined: Status.BROKEN,
};

function checkStep(check: CheckRecord, at: number): StepResult {
  const { title, outcome, expected, received, provenance, source, questions, exchangeIds } = check;
  // A person decides about a rule that is not the vendor's own word: it has no colour, as in the scenario itself.
  const review = outcome === 'violated' && violationLevel(check) !== 'fail';
  return {
    ...stepAt(`${title}: ${outcome}`, review ? null : statuses[outcome], at, at),
    parameters: parametersOf({
      ...{ expected, received, rule: check.id, provenance, source },
      ...{ questions: questions.join(' '), exchanges: exchangeIds.join(' ') },
    }),
  };
}

function waitStep(wait: WaitRecord): StepResult {
  const status = wait.met ? Status.PASSED : Status.BROKEN;
  const states = wait.timeline.map(({ at, state, exchangeId }) => `${at} ${state} (${exchangeId})`);
  return {
    ...stepAt(`${wait.for}: ${wait.met ? 'reached' : 'deadline passed'}`, status, ...timesOf(wait)),
    parameters: parametersOf({ deadline: `${wait.deadlineSeconds} s`, seen: states.join('; ') }),
  };
}

function timesOf({ startedAt, endedAt }: WaitRecord): [number, number] {
  return [Date.parse(startedAt), Date.parse(endedAt)];
}

/** The worst of a group is its own colour. */
function group(name: string, steps: StepResult[], at: number): StepResult[] {
  if (steps.length === 0) return [];
  const order = [Status.FAILED, Status.BROKEN, Status.PASSED];
  const status = order.find((word) => steps.some((step) => step.status === word));
  return [{ ...stepAt(name, status, at, at), steps }];
}

function stepAt(name: string, status: Status | null | undefined, start: number, stop: number): StepResult {
  return {
    ...{
      name,
      ...(status === null || status === undefined ? {} : { status }),
      statusDetails: {},
      stage: Stage.FINISHED,
    },
    ...{ steps: [], attachments: [], parameters: [], start, stop },
  };
}

function parametersOf(values: Readonly<Record<string, string>>): Parameter[] {
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ name, value }));
}
