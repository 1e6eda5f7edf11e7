import {
  After,
  AfterAll,
  AfterStep,
  Before,
  BeforeAll,
  BeforeStep,
  setDefaultTimeout,
  setDefinitionFunctionWrapper,
} from '@cucumber/cucumber';
import { hasRunContext, runContext } from '../runner/run-context.js';
import { runHost } from '../runner/run-host.js';
import { endWhatRemains } from './end-what-remains.js';
import { maskingErrors } from './masking-errors.js';
import { ScenarioLog } from './scenario-log.js';
import { ScenarioScope } from './scenario-scope.js';
import { scenarioOf } from './scenario-of.js';
import type { WorldSlot } from './world.js';

/** Cucumber's own limit is off: every call and every wait has a deadline of its own, and staging takes hours. */
setDefaultTimeout(-1);

// Formatters that people add print what a step throws, so it is masked before Cucumber sees it.
setDefinitionFunctionWrapper(maskingErrors);

/** Our own runner has opened the run; otherwise Cucumber was started by itself, and its profile says who opens one. */
BeforeAll(async function (this: { readonly parameters?: unknown }) {
  if (!hasRunContext()) await runHost().open(this.parameters);
});

/** What the hooks keep beside the world while a scenario runs. */
const logs = new WeakMap<WorldSlot, ScenarioLog>();

AfterAll(async function () {
  if (!hasRunContext()) return;
  const run = runContext();
  await run.untilReachable?.();
  await run.lateReads.read(run);
});

function logOf(slot: WorldSlot): ScenarioLog {
  const log = logs.get(slot);
  if (log === undefined) throw new Error('the scenario has no log: its first hook failed');
  return log;
}

Before(async function (this: WorldSlot, { pickle, gherkinDocument }) {
  const run = runContext();
  await run.untilReachable?.();
  // An interrupted run begins nothing more: what it did not begin has no result and keeps the run incomplete.
  if (run.signal.aborted) return 'skipped';
  const scenario = scenarioOf(run.plan, gherkinDocument, pickle);
  if (run.kept.has(scenario.id)) return 'skipped';
  run.progress.scenarioStarted(scenario.name);
  const scope = new ScenarioScope(run, scenario);
  logs.set(this, new ScenarioLog(scope));
  this.begin(scope);
  return undefined;
});

BeforeStep(function (this: WorldSlot) {
  logOf(this).stepStarted();
});

AfterStep(function (this: WorldSlot, { result, error }) {
  logOf(this).stepFinished(result.status, error);
});

After(async function (this: WorldSlot) {
  if (!this.hasBegun) return;
  const ending = await this.world.end().then(
    () => null,
    (failure: unknown) => failure,
  );
  const run = runContext();
  const finished = await run.recorder.scenario(logOf(this).finish(ending));
  run.results.push(finished);
  const { id, verdict, reason, durationMs } = finished;
  run.logger.child({ scenario: id }).info({ verdict, reason, durationMs }, 'scenario finished');
  await run.journal.checkpoint({ type: 'scenario-finished', scenario: id, attempt: finished.attempt, verdict });
  await endWhatRemains(this.world.scope);
  run.progress.scenarioFinished(finished.id, finished.verdict);
});
