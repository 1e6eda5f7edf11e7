import type { EnvironmentName } from '../config/environment-name.js';
import { errorsOf } from '../messages/coded-error.js';
import { cucumberUsageMessages, runnerMessages, selectionMessages } from '../messages/runner-messages.js';
import { isSelfScenario } from '../verdict/self-scenario.js';
import { catalogueOf, checkIds, checkParsed } from './catalogue.js';
import type { Envelope } from './cucumber.js';
import { nearScenarios } from './near-scenarios.js';
import type { Plan } from './plan.js';
import { widenSelection } from './selection.js';
import type { PlannedScenario } from './planned-scenario.js';
import { productionRows, rowsOfEnvironment } from './production-profile.js';

const usage = errorsOf({ ...selectionMessages, ...cucumberUsageMessages }, 'usage');
const broken = errorsOf(runnerMessages, 'harnessError');

/**
 * The plan of a run that Cucumber drives itself: the scenarios it has assembled, against all there are. `assembled` holds
 * its messages up to its first hook, `features` those of every feature, `argv` is what it was given. Throws 64 for nothing
 * or for a scenario of another environment, 3 for a broken feature or a step without exactly one definition.
 */
export function planOfCucumber(
  assembled: readonly Envelope[],
  features: readonly Envelope[],
  environment: EnvironmentName,
  argv: readonly string[] = [],
): Plan {
  const catalogue = [...catalogueOf(features).values()];
  const scenarios = assembledScenarios(assembled, nearScenarios(argv, catalogue) ?? undefined);
  checkParsed(features);
  checkIds(catalogue);
  const elsewhere = scenarios.find((scenario) => !runsIn(environment, scenario));
  if (elsewhere !== undefined) throw usage('RUN-113', { id: elsewhere.id, environment });
  const everything = wholeMatrix(catalogue, environment);
  const chosen = new Set(scenarios.map(({ id }) => id));
  const partial = scenarios.some(isSelfScenario) || everything.some(({ id }) => !chosen.has(id));
  return {
    ...{ scenarios, catalogue, partial, carried: [] },
    selection: { tags: null, scenarioId: null, rows: rowsOfEnvironment(environment), order: 'defined' },
    description: `cucumber-js, ${String(scenarios.length)} of ${String(everything.length)} scenarios`,
  };
}

/**
 * The scenarios Cucumber has assembled, in running order. Throws 3 for a broken feature or step, 64 for none at all, with
 * what to do about that.
 */
export function assembledScenarios(
  assembled: readonly Envelope[],
  widen: string = widenSelection,
): readonly PlannedScenario[] {
  checkParsed(assembled);
  const byPickle = catalogueOf(assembled);
  const scenarios = assembled.flatMap(({ testCase }) => {
    if (testCase === undefined) return [];
    const scenario = byPickle.get(testCase.pickleId);
    if (scenario === undefined) throw new Error(`Cucumber assembled a pickle it never sent: ${testCase.pickleId}`);
    checkSteps(testCase.testSteps, scenario);
    return [scenario];
  });
  if (scenarios.length === 0) throw usage('RUN-103', { selection: 'what cucumber-js was given', widen });
  return scenarios;
}

/** Every step has exactly one definition, before any call. Hooks are steps without a place in the feature. */
function checkSteps(steps: NonNullable<Envelope['testCase']>['testSteps'], scenario: PlannedScenario): void {
  const inFeature = steps.filter(({ pickleStepId }) => pickleStepId !== undefined);
  for (const [index, { stepDefinitionIds = [] }] of inFeature.entries()) {
    if (stepDefinitionIds.length === 1) continue;
    const what = stepDefinitionIds.length === 0 ? 'Undefined step' : 'Ambiguous step';
    throw broken('RUN-204', { what, scenario: scenario.id, step: scenario.steps[index]?.text ?? '' });
  }
}

/** Every scenario that a full run in an environment has; what proves the harness is none of them. */
export function wholeMatrix(
  catalogue: readonly PlannedScenario[],
  environment: EnvironmentName,
): readonly PlannedScenario[] {
  return catalogue.filter((scenario) => runsIn(environment, scenario) && !isSelfScenario(scenario));
}

/** Production's rows run in production, all others elsewhere; what proves the harness needs no target of its own. */
function runsIn(environment: EnvironmentName, { requirements, tags }: PlannedScenario): boolean {
  if (isSelfScenario({ tags })) return environment === 'emulator';
  const ofProduction = requirements.some((row) => productionRows.some((own) => own === row));
  return ofProduction === (environment === 'production');
}
