import { familyOf } from '../answer-label.js';
import type { ObservedBehaviour, ObservedScenario } from '../observed-behaviour.js';
import type { ObservedCalls, ObservedOperation } from '../observed-operation.js';
import type { LostCall } from './lost-call.js';

interface ScenarioCalls {
  readonly operation: ObservedOperation;
  readonly calls: ObservedCalls;
}

/** A run by scenario: its result, and how each operation answered in it. Built once, asked for every changed verdict. */
export class SideIndex {
  readonly #results: ReadonlyMap<string, ObservedScenario>;
  readonly #calls = new Map<string, ScenarioCalls[]>();
  readonly #first = new Map<string, string>();

  constructor({ scenarios, operations }: ObservedBehaviour) {
    this.#results = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
    for (const operation of operations) {
      for (const calls of operation.calls) {
        const [exchange] = calls.exchanges;
        if (exchange !== undefined && !this.#first.has(operation.operationId))
          this.#first.set(operation.operationId, exchange);
        const id = scenarios[calls.scenario]?.id;
        if (id === undefined) continue;
        const known = this.#calls.get(id) ?? [];
        known.push({ operation, calls });
        this.#calls.set(id, known);
      }
    }
  }

  /** The result of a scenario; null when the run has none. */
  result(scenario: string): ObservedScenario | null {
    return this.#results.get(scenario) ?? null;
  }

  /** Operations that a scenario called, by id and by method and path, because a document may have ids of its own. */
  operations(scenario: string): readonly string[] {
    return this.#of(scenario).flatMap(({ operation: { operationId, operation } }) =>
      operation === null ? [operationId] : [operationId, operation],
    );
  }

  /** Calls of a scenario that brought no HTTP answer. */
  lost(scenario: string): readonly LostCall[] {
    return this.#of(scenario).flatMap(({ operation, calls }) =>
      calls.answers.flatMap((answer, at): LostCall[] =>
        familyOf(answer) === 'none'
          ? [{ label: `${operation.operationId} ${answer}`, exchange: calls.exchanges[at] ?? '' }]
          : [],
      ),
    );
  }

  /** An exchange of an operation, from this scenario where it called it; null when the run never did. */
  answerOf(operationId: string | null, scenario: string | null): string | null {
    if (operationId === null) return null;
    const own = this.#of(scenario ?? '').find(({ operation }) => operation.operationId === operationId);
    return own?.calls.exchanges.at(-1) ?? this.#first.get(operationId) ?? null;
  }

  #of(scenario: string): readonly ScenarioCalls[] {
    return this.#calls.get(scenario) ?? [];
  }
}
