import { statusOf } from '../answer-label.js';
import type { ObservedCalls } from '../observed-operation.js';

interface Calls {
  readonly answers: string[];
  readonly exchanges: string[];
}

/** Gathers how an operation answered, scenario by scenario. */
export class CallTally {
  readonly #calls = new Map<number, Calls>();
  readonly #statuses = new Map<string, number>();

  /** `repeats` is true for a writing call, of which each one counts: readings are repeated as often as the target needs. */
  constructor(private readonly repeats: boolean) {}

  add(label: string, scenario: number, exchange: string): void {
    const status = statusOf(label);
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
    const calls = this.#calls.get(scenario) ?? { answers: [], exchanges: [] };
    this.#calls.set(scenario, calls);
    if (!this.repeats && calls.answers.includes(label)) return;
    calls.answers.push(label);
    calls.exchanges.push(exchange);
  }

  calls(): readonly ObservedCalls[] {
    return [...this.#calls].sort(([a], [b]) => a - b).map(([scenario, calls]) => ({ scenario, ...calls }));
  }

  statuses(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#statuses].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
