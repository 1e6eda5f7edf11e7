import type { Envelope } from './cucumber.js';
import type { PlannedScenario } from './planned-scenario.js';

type Result = NonNullable<Envelope['testStepFinished']>['testStepResult'];
type Status = Result['status'];

/** A step or hook that says the harness itself is broken. */
export interface StepProblem {
  readonly kind: 'step' | 'hook';
  readonly what: string;
  readonly scenario: PlannedScenario;
  /** Text of the step, or the hook's message. */
  readonly step: string;
}

/** How the harness reads a step status: null means it is the scenario's own matter, told by its result. */
const stepWords: Readonly<Record<`${Status}`, string | null>> = {
  UNDEFINED: 'Undefined step',
  AMBIGUOUS: 'Ambiguous step',
  PENDING: 'Pending step',
  UNKNOWN: 'Step with an unknown status',
  FAILED: null,
  PASSED: null,
  SKIPPED: null,
};

/** A hook never fails for what the target does: hooks belong to the harness. */
const hookWords: Readonly<Record<`${Status}`, string | null>> = {
  UNDEFINED: 'Undefined hook',
  AMBIGUOUS: 'Ambiguous hook',
  PENDING: 'Pending hook',
  UNKNOWN: 'Hook with an unknown status',
  FAILED: 'Failed hook',
  PASSED: null,
  SKIPPED: null,
};

/** Reads undefined, ambiguous and pending steps and failed hooks out of Cucumber's messages. */
export function stepProblems(
  envelopes: readonly Envelope[],
  byPickle: ReadonlyMap<string, PlannedScenario>,
): readonly StepProblem[] {
  const places = new Map<string, { scenario: PlannedScenario; text: string | null }>();
  const texts = new Map(
    envelopes.flatMap(({ pickle }) => pickle?.steps.map((step) => [step.id, step.text] as const) ?? []),
  );
  const problems: StepProblem[] = [];
  for (const { testCase, testStepFinished } of envelopes) {
    const scenario = testCase === undefined ? undefined : byPickle.get(testCase.pickleId);
    if (testCase !== undefined && scenario !== undefined) {
      for (const step of testCase.testSteps) {
        const text = step.pickleStepId === undefined ? null : (texts.get(step.pickleStepId) ?? '');
        places.set(step.id, { scenario, text });
      }
    }
    if (testStepFinished === undefined) continue;
    const place = places.get(testStepFinished.testStepId);
    const { status, message } = testStepFinished.testStepResult;
    if (place === undefined) throw new Error('Cucumber finished a step that it never announced');
    const what = (place.text === null ? hookWords : stepWords)[status];
    if (what === null) continue;
    const hook = message?.split('\n')[0] ?? 'no message';
    problems.push({
      kind: place.text === null ? 'hook' : 'step',
      what,
      scenario: place.scenario,
      step: place.text ?? hook,
    });
  }
  return problems;
}
