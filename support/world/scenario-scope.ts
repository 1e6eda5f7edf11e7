import type { CallInput, IdentityName } from '../client/client.js';
import type { InputOf, OperationId } from '../client/typed-call.js';
import type { Capabilities } from '../config/profile.js';
import { isUnconfirmedTrigger } from '../contract/unconfirmed-trigger.js';
import type { RunContext } from '../runner/run-context.js';
import type { PlannedScenario } from '../runner/planned-scenario.js';
import type { Exchange, Json } from '../trace/exchange.js';
import { withoutContent } from '../trace/without-content.js';
import type { CheckRecord } from '../verdict/check.js';
import { inWords, tookEffect } from '../verdict/checks/answer.js';
import { checkOf, type CheckId } from '../verdict/checks/all-checks.js';
import type { WaitRecord } from '../verdict/scenario-result.js';
import { createRandomStream } from '../runner/random.js';
import { violationLevel } from '../verdict/violation-level.js';
import { ScenarioCalls } from './recall/scenario-calls.js';
import type { ScenarioCall } from './recall/scenario-call.js';
import { runLabel } from '../trace/run-label.js';
import { evaluateCheck } from '../verdict/evaluate-check.js';
import { onceMoreIfTurnedAway } from './once-more.js';
import { eventually, type Wait, type Waited } from './eventually.js';
import {
  checkViolated,
  interrupted,
  notApplicable,
  operationUnknown,
  preconditionNotMet,
  triggerUnconfirmed,
} from './stop-scenario.js';

/**
 * One scenario attempt at work: its calls, waits and checks, collected as they happen. Subjects (cardholders, cards, ...)
 * speak to the target through it only.
 */
export class ScenarioScope {
  readonly checks: CheckRecord[] = [];
  readonly waits: WaitRecord[] = [];
  /** Every call the scenario's steps made, in order; of a repeated call the last try, of a read no content. */
  readonly sent: Exchange[] = [];
  /** Every exchange of the attempt so far, as its log hears of them; without content. */
  readonly exchanges: Exchange[] = [];
  /** Uniform numbers in [0, 1) for synthetic people and amounts; the same for the same seed and scenario. */
  readonly random: () => number;
  /** Uniform numbers in [0, 1) for waits. A stream of its own: how often a target is asked must not change the data. */
  private readonly jitter: () => number;
  /** Its calls, and what an earlier part of the run recorded of them. */
  readonly calls: ScenarioCalls;
  private labels = 0;
  private firstEnding: unknown = null;

  constructor(
    readonly run: RunContext,
    readonly scenario: PlannedScenario,
  ) {
    this.random = createRandomStream(run.seed, scenario.id);
    this.jitter = createRandomStream(run.seed, `${scenario.id} waits`);
    this.calls = new ScenarioCalls(run, scenario.id, run.unfinished.get(scenario.id) ?? null);
  }

  /** The first error by which this scope told a step that the scenario is over; null while it has told none. */
  get ending(): unknown {
    return this.firstEnding;
  }

  /** The label of the next object this scenario creates; everything created in a run carries one. */
  nextLabel(): string {
    this.labels += 1;
    return runLabel(this.run.runId, this.scenario.id, this.labels);
  }

  /** Calls an operation as the contract types it. Throws only where the target has no confirmed simulation for it. */
  async call<Op extends OperationId>(
    operationId: Op,
    input: InputOf<Op>,
    identity: IdentityName = 'program',
  ): Promise<Exchange> {
    return this.asked(() => this.uninterrupted({ operationId, input, identity, expectedInvalid: null }));
  }

  /** Sends a request that breaks the contract, or asks for what cannot be, on purpose; `why` goes into the record. */
  async callInvalid(operationId: OperationId, input: CallInput, why: string): Promise<Exchange> {
    return this.asked(() => this.uninterrupted({ operationId, input, identity: 'program', expectedInvalid: why }));
  }

  /** Calls an operation whose acceptance the scenario builds on; a refusal makes the scenario inconclusive. */
  async callAccepted<Op extends OperationId>(what: string, operationId: Op, input: InputOf<Op>): Promise<Exchange> {
    const exchange = await this.call(operationId, input);
    if (!tookEffect(exchange)) throw this.over(preconditionNotMet(what, inWords(exchange)));
    return exchange;
  }

  /** Ends the scenario as not applicable where the Program does not support what it is about. */
  requireCapability(name: keyof Capabilities): void {
    if (!this.run.target.profile.capabilities[name]) {
      throw this.over(notApplicable(`capabilities.${name} is false in the program profile`));
    }
  }

  /** Polls until the condition holds or the deadline has passed; the wait goes into the record either way. */
  async wait(wait: Wait): Promise<Waited> {
    const { signal, target, progress } = this.run;
    const { clock } = this.calls;
    progress.waiting(wait.for, clock.now() + wait.deadlineSeconds * 1000);
    try {
      const waited = await eventually(wait, { clock, random: this.jitter, signal, timing: target.profile.timing });
      this.waits.push(waited.record);
      return waited;
    } catch (error) {
      throw this.over(this.run.signal.aborted ? interrupted(wait.for) : error);
    }
  }

  /**
   * Evaluates a check over recorded exchanges and records it. A violation that rejects ends the scenario; one that asks
   * a person is recorded and the scenario goes on.
   */
  prove(id: CheckId, exchanges: readonly Exchange[], values: Readonly<Record<string, Json>> = {}): void {
    try {
      this.record(id, exchanges, values);
    } catch (error) {
      throw this.over(error);
    }
  }

  private record(id: CheckId, exchanges: readonly Exchange[], values: Readonly<Record<string, Json>>): void {
    const check = checkOf(id);
    const evidence = { exchanges: this.calls.evidence(exchanges), arguments: this.calls.arguments(values) };
    const finding = evaluateCheck(check, evidence, () => [...this.calls.untold, ...this.exchanges]);
    const { title, provenance, source, questions } = check;
    const exchangeIds = exchanges.map((exchange) => exchange.id);
    this.checks.push({
      ...finding,
      id,
      check: id,
      title,
      provenance,
      source,
      questions,
      arguments: values,
      exchangeIds,
    });
    if (finding.outcome === 'violated' && violationLevel(check) === 'fail') {
      throw checkViolated(id, finding.expected, finding.received, source);
    }
  }

  /**
   * Ends something the scenario began, after its result: outside every verdict, and also when the run is interrupted.
   * Rejects only for mistakes of ours.
   */
  async cleanUp(operationId: OperationId, input: CallInput): Promise<Exchange> {
    return this.run.client.call(operationId, input, { scenario: this.scenario.id, cleanUp: true });
  }

  /** Notes what ends the scenario on its way to the step, which must let it pass. */
  private over<T>(error: T): T {
    this.firstEnding ??= error;
    return error;
  }

  private async asked<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.over(error);
    }
  }

  /** A call cut off by us says nothing about the target: no check may look at it. */
  private async uninterrupted(call: ScenarioCall): Promise<Exchange> {
    const { operationId } = call;
    // Whatever it needs: a Program that lacks it is spared what would only lead up to that.
    for (const name of this.run.calls?.get(this.scenario.id)?.needs ?? []) this.requireCapability(name);
    this.requireTrigger(operationId);
    const stopIfAborted = (what: string) => {
      if (this.run.signal.aborted) throw interrupted(what);
    };
    stopIfAborted(`the turn of ${operationId}`);
    // Each try is a call of its own, so that a stopped run knows which of them was answered.
    const tries = { clock: this.calls.clock, signal: this.run.signal };
    const exchange = await onceMoreIfTurnedAway(() => this.calls.answer(call), tries).catch((error: unknown) => {
      throw this.run.signal.aborted ? interrupted(`the second try of ${operationId}`) : error;
    });
    this.sent.push(exchange.request.method === 'GET' ? withoutContent(exchange) : exchange);
    stopIfAborted(`the answer to ${operationId}`);
    return exchange;
  }

  /**
   * An assumed simulation runs on our emulator, elsewhere only when the operator's contract confirms it. A document given
   * by AXYS_CONTRACT may lack an operation altogether: nothing is then known about the call, so it is not made.
   */
  private requireTrigger(operationId: OperationId): void {
    const operation = this.run.contract.operations.get(operationId);
    if (operation === undefined) throw operationUnknown(operationId);
    if (isUnconfirmedTrigger(operation, this.run.target.environment)) throw triggerUnconfirmed(operationId);
  }
}
