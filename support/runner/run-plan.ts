import { errorsOf, type CodedError } from '../messages/coded-error.js';
import { runnerMessages } from '../messages/runner-messages.js';
import { catalogueOf } from './catalogue.js';
import { passCucumber, type Envelope } from './cucumber.js';
import { createMessageLog } from './message-log.js';
import type { Plan } from './plan.js';
import { tagExpression } from './plan-run.js';
import { setRunContext, type RunContext } from './run-context.js';
import { stepProblems } from './step-problems.js';

const broken = errorsOf(runnerMessages, 'harnessError');

/** What came out of running a plan; the scenario results themselves are in the context. */
export interface RunOutcome {
  readonly planned: number;
  /** Test cases Cucumber finished for good, retries not counted. */
  readonly finished: number;
  readonly recorded: number;
  /** Everything that says the harness is broken; any of them makes the run a harness error. */
  readonly harnessErrors: readonly CodedError[];
}

/**
 * Runs the planned scenarios in this process with `context` published to steps and hooks, writes Cucumber's messages among
 * the run's streams, and compares what was planned with what finished: Cucumber itself calls an empty selection a success.
 */
export async function runPlan(plan: Plan, context: RunContext): Promise<RunOutcome> {
  const log = createMessageLog(context.messages, (text) => context.recorder.maskText(text));
  const envelopes: Envelope[] = [];
  setRunContext(context);
  try {
    await passCucumber({
      paths: placesOf(plan),
      tagExpression: tagExpression(plan.selection),
      order: plan.selection.order,
      dryRun: false,
      onMessage: (envelope) => {
        log.write(envelope);
        envelopes.push(envelope);
      },
    });
  } finally {
    setRunContext(null);
    await log.close();
  }
  return outcomeOf(plan, context, envelopes);
}

/** Places of the scenarios where Cucumber is to run just these; null where the tag expression says it all. */
function placesOf({ selection, carried, scenarios, shard }: Plan): readonly string[] | null {
  if (selection.scenarioId === null && carried.length === 0 && shard === undefined) return null;
  return scenarios.map(({ uri, line }) => `${uri}:${line}`);
}

/** Compares what was planned with what Cucumber's messages and the recorded results say happened. */
export function outcomeOf(
  plan: Pick<Plan, 'scenarios'>,
  context: Pick<RunContext, 'results' | 'signal'>,
  envelopes: readonly Envelope[],
): RunOutcome {
  const finished = envelopes.filter(({ testCaseFinished }) => testCaseFinished?.willBeRetried === false).length;
  const recorded = new Set(context.results.map(({ id }) => id)).size;
  const planned = plan.scenarios.length;
  const harnessErrors = [...brokenSteps(envelopes), ...brokenRunHooks(envelopes)];
  // An interrupted run finishes less than planned by design; its decision is made from what is there.
  if (!context.signal.aborted && (finished !== planned || recorded !== planned)) {
    harnessErrors.push(broken('RUN-206', { planned, finished, recorded }));
  }
  if (envelopes.some(({ testCaseFinished }) => testCaseFinished?.willBeRetried === true)) {
    harnessErrors.push(broken('RUN-208'));
  }
  return { planned, finished, recorded, harnessErrors };
}

function brokenSteps(envelopes: readonly Envelope[]): CodedError[] {
  return stepProblems(envelopes, catalogueOf(envelopes)).map(({ kind, what, scenario, step }) =>
    kind === 'hook'
      ? broken('RUN-205', { scenario: scenario.id, problem: step })
      : broken('RUN-204', { what, scenario: scenario.id, step }),
  );
}

function brokenRunHooks(envelopes: readonly Envelope[]): CodedError[] {
  return envelopes.flatMap(({ testRunHookFinished }) => {
    if (testRunHookFinished === undefined) return [];
    const { status, message } = testRunHookFinished.result;
    const word: `${typeof status}` = status;
    if (word === 'PASSED') return [];
    const problem = message?.split('\n')[0] ?? word;
    return [broken('RUN-205', { scenario: 'BeforeAll or AfterAll', problem })];
  });
}
