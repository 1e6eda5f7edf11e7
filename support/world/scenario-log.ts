import { CodedError } from '../messages/coded-error.js';
import type { Exchange } from '../trace/exchange.js';
import { withoutContent } from '../trace/without-content.js';
import { isOrganic } from '../verdict/organic.js';
import { rollUpScenario } from '../verdict/roll-up-scenario.js';
import type { ScenarioProblem, ScenarioResult, ScenarioStep, StepStatus } from '../verdict/scenario-result.js';
import { exchangeFacts } from '../verdict/exchange-facts.js';
import { swallowed } from './stop-scenario.js';
import type { ScenarioScope } from './scenario-scope.js';

/** Statuses of Cucumber's steps in our words; a word not listed here is an error of ours. */
const stepStatus: Readonly<Record<string, StepStatus>> = {
  PASSED: 'passed',
  FAILED: 'failed',
  SKIPPED: 'skipped',
  UNDEFINED: 'undefined',
  PENDING: 'pending',
  AMBIGUOUS: 'ambiguous',
};

/** Listens to one scenario attempt and turns it into its result. */
export class ScenarioLog {
  /** The scope's: without content, as a scenario may wait for hours and its verdict rests on judgements and checks. */
  private readonly exchanges: Exchange[];
  private readonly steps: ScenarioStep[] = [];
  private readonly startedAt: number;
  private stopped: unknown = null;
  private stepBegun = { at: 0, exchanges: 0 };

  constructor(private readonly scope: ScenarioScope) {
    this.exchanges = scope.exchanges;
    this.startedAt = scope.run.clock.now();
    scope.run.exchangeListeners.add(this.listen);
    scope.calls.onRecalled = this.listen;
  }

  /** A step begins. */
  stepStarted(): void {
    this.stepBegun = { at: this.scope.run.clock.now(), exchanges: this.exchanges.length };
  }

  /** A step has ended, with Cucumber's status word and what it threw. The first error stopped the scenario. */
  stepFinished(status: string, error: unknown): void {
    this.stopped ??= error;
    this.steps.push(this.stepOf(this.steps.length, status));
  }

  /** The scenario has ended, with what went wrong while ending it, if anything did. */
  finish(ending: unknown): ScenarioResult {
    const { run, scenario, checks, waits } = this.scope;
    run.exchangeListeners.delete(this.listen);
    this.exchanges.unshift(...this.scope.calls.untold);
    for (let index = this.steps.length; index < scenario.steps.length; index += 1)
      this.steps.push(this.notReached(index));
    const swallowing = this.scope.ending === null ? null : swallowed(this.scope.ending);
    const problem = problemOf(this.stopped ?? swallowing ?? ending, (text) => run.recorder.maskText(text));
    const facts = exchangeFacts(this.exchanges);
    const rolledUp = rollUpScenario({
      checks,
      ...facts,
      problem,
      steps: this.steps,
      targetClass: run.target.class,
      organic: isOrganic(scenario.requirements, run.catalogue),
    });
    return {
      id: scenario.id,
      name: scenario.name,
      feature: scenario.feature,
      line: scenario.line,
      tags: scenario.tags,
      requirements: scenario.requirements,
      attempt: 1 + run.results.filter(({ id }) => id === scenario.id).length,
      ...rolledUp,
      checks,
      exchangeIds: this.exchanges.map(({ id }) => id),
      findings: facts.findings,
      waits,
      steps: this.steps,
      problem,
      startedAt: new Date(this.startedAt).toISOString(),
      durationMs: run.clock.now() - this.startedAt,
    };
  }

  private readonly listen = (exchange: Exchange): void => {
    if (exchange.scenario === this.scope.scenario.id) this.exchanges.push(withoutContent(exchange));
  };

  private stepOf(index: number, word: string): ScenarioStep {
    const planned = this.scope.scenario.steps[index];
    const status = stepStatus[word];
    if (planned === undefined || status === undefined) {
      throw new Error(`${this.scope.scenario.id}: step ${String(index)} with status ${word} is not in the plan`);
    }
    return {
      text: planned.text,
      keyword: planned.keyword,
      status,
      startedAt: new Date(this.stepBegun.at).toISOString(),
      durationMs: this.scope.run.clock.now() - this.stepBegun.at,
      exchangeIds: this.exchanges.slice(this.stepBegun.exchanges).map(({ id }) => id),
    };
  }

  /** Cucumber calls no step hook for a step it did not execute. */
  private notReached(index: number): ScenarioStep {
    this.stepStarted();
    return this.stepOf(index, 'SKIPPED');
  }
}

function problemOf(error: unknown, mask: (text: string) => string): ScenarioProblem | null {
  if (error === null || error === undefined) return null;
  if (error instanceof CodedError) return { code: error.code, message: mask(error.message) };
  return {
    code: 'unexpected',
    message: mask(error instanceof Error ? error.message : 'something that is no error was thrown'),
  };
}
