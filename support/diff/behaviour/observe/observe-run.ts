import type { Contract } from '../../../contract/contract.js';
import type { Lifecycles, LifecycleName } from '../../../lifecycle/lifecycle.js';
import type { Exchange } from '../../../trace/exchange.js';
import type { Redaction } from '../../../trace/mask/redaction.js';
import type { ObservedTransition } from '../../../trace/recorder.js';
import type { InvariantOutcome } from '../../../verdict/invariant.js';
import type { ScenarioResult } from '../../../verdict/scenario-result.js';
import { isInbound } from '../answer-label.js';
import type { ObservedBehaviour, ObservedFinding, ObservedRequirement, ObservedRun } from '../observed-behaviour.js';
import { outsideScenarios } from '../observed-operation.js';
import { strayFindings } from './stray-findings.js';
import { formDigest } from './form-digest.js';
import { knownWords } from './known-words.js';
import { contentOf } from './message-objects.js';
import { messageOf } from './message.js';
import { invariantWitnesses, observedInvariant } from './observed-invariant.js';
import { observedScenario } from './observed-scenario.js';
import { OperationTally } from './operation-tally.js';
import { maskedNumbersIn, readingOf, type MaskedNumbers } from './readings.js';
import { StageTally } from './stage-tally.js';

/** A recorded run, as far as an observation needs it. Streams are read once each. */
export interface ObservableRun {
  readonly run: ObservedRun;
  readonly contract: Contract;
  readonly lifecycles: Lifecycles;
  /** One final result a scenario, carried-over ones included. */
  readonly results: readonly ScenarioResult[];
  /** Scenario to the run that really ran it, for carried-over ones. */
  readonly carriedFrom: ReadonlyMap<string, string>;
  readonly requirements: readonly ObservedRequirement[];
  /** What became of each rule over all traffic of the run; carried-over traffic is no part of it. */
  readonly invariants: readonly InvariantOutcome[];
  /** Ids of all scenarios the harness knows for the environment. */
  readonly catalogue: readonly string[];
  readonly transitions: () => AsyncIterable<ObservedTransition>;
  readonly redactions: () => AsyncIterable<Redaction>;
  /** Those of the run, then those that were carried over. */
  readonly exchanges: () => AsyncIterable<Exchange>;
}

/** What a recorded run saw of the target. Replayed answers are ours and are left out. */
export async function observeRun(recorded: ObservableRun): Promise<ObservedBehaviour> {
  const { run, results, carriedFrom, requirements, invariants, catalogue } = recorded;
  const stages = new StageTally((lifecycle, id) => isSetOff(recorded, lifecycle, id));
  for await (const transition of recorded.transitions()) stages.transition(transition);
  const observer = new ExchangeObserver(recorded, stages, await maskedNumbersIn(recorded.redactions()));
  for await (const exchange of recorded.exchanges()) observer.add(exchange);
  return {
    run,
    scenarios: results.map((result) =>
      observedScenario(result, carriedFrom.get(result.id) ?? null, (id) => observer.forms.get(id) ?? null),
    ),
    outside: observer.outside,
    requirements,
    invariants: invariants
      .map((outcome) => observedInvariant(outcome, (id) => observer.scenarios.get(id) ?? null))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    catalogue: [...catalogue].sort(),
    operations: observer.operations(),
    stages: stages.observed(),
  };
}

function isSetOff({ lifecycles, contract }: ObservableRun, lifecycle: string, id: string): boolean {
  const table = Object.hasOwn(lifecycles, lifecycle) ? lifecycles[lifecycle as LifecycleName] : undefined;
  const event = table?.transitions.find((transition) => transition.id === id)?.event;
  // What no table lists is timed as well: it happened, and nobody is known to have set it off.
  return event !== undefined && contract.operations.has(event);
}

class ExchangeObserver {
  /** Digest of the answer's form, for exchanges that a check looked at. */
  readonly forms = new Map<string, string>();
  /** Scenario of each exchange that shows a broken invariant, if it has one. */
  readonly scenarios = new Map<string, string | null>();
  /** Findings on calls that the harness made by itself. */
  readonly outside: ObservedFinding[] = [];
  readonly #tallies = new Map<string, OperationTally>();
  readonly #scenarios: ReadonlyMap<string, number>;
  readonly #checked: ReadonlySet<string>;
  readonly #witnesses: ReadonlySet<string>;
  readonly #words: ReadonlySet<string>;

  constructor(
    private readonly recorded: ObservableRun,
    private readonly stages: StageTally,
    private readonly maskedNumbers: MaskedNumbers,
  ) {
    const { results, contract, invariants } = recorded;
    this.#scenarios = new Map(results.map(({ id }, place) => [id, place]));
    this.#checked = new Set(results.flatMap(({ checks }) => checks.flatMap(({ exchangeIds }) => exchangeIds)));
    this.#witnesses = invariantWitnesses(invariants);
    this.#words = knownWords(contract.document);
  }

  add(exchange: Exchange): void {
    this.stages.exchange(exchange);
    if (this.#witnesses.has(exchange.id)) this.scenarios.set(exchange.id, exchange.scenario);
    const message = messageOf(exchange);
    const known = { words: this.#words, maskedNumbers: this.maskedNumbers };
    const found = message === null ? null : contentOf(message, readingOf(exchange, message, known));
    if (this.#checked.has(exchange.id))
      this.forms.set(exchange.id, formDigest(exchange, found ?? { objects: [], values: [] }));
    const place = exchange.scenario === null ? outsideScenarios : this.#scenarios.get(exchange.scenario);
    if (exchange.operationId === null || place === undefined || exchange.replayed === true) return;
    if (place === outsideScenarios) this.outside.push(...strayFindings(exchange));
    const content = message === null || found === null ? null : { message, found };
    this.#tallyOf(exchange.operationId, exchange).add(exchange, place, content);
  }

  operations(): ObservedBehaviour['operations'] {
    return [...this.#tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tally]) => tally.observed());
  }

  #tallyOf(operationId: string, exchange: Exchange): OperationTally {
    const known = this.#tallies.get(operationId);
    if (known !== undefined) return known;
    const operation = this.recorded.contract.operations.get(operationId);
    const name = operation === undefined || isInbound(exchange) ? null : `${operation.method} ${operation.path}`;
    const tally = new OperationTally(operationId, name, exchange.request.method === 'GET');
    this.#tallies.set(operationId, tally);
    return tally;
  }
}
