import { isDeepStrictEqual } from 'node:util';
import type { Difference } from '../../evidence/verify/verification.js';
import type { Lifecycles } from '../../lifecycle/lifecycle.js';
import type { Exchange } from '../../trace/exchange.js';
import { createTransitionObserver } from '../../trace/observe-transitions.js';
import type { ObservedTransition } from '../../trace/recorder.js';
import { recorderFiles } from '../../trace/recorder-files.js';

/** Differences that are listed; one lost line shifts nothing, since each exchange is compared for itself. */
const longest = 100;

/** Observes the state changes of a run again, from its exchanges as they are read, and compares with the recorded ones. */
export class TransitionsAgain {
  readonly against: Difference[] = [];
  readonly #observe: (exchange: Exchange) => readonly ObservedTransition[];
  readonly #recorded: AsyncIterator<ObservedTransition>;
  #next: ObservedTransition | null = null;

  constructor(recorded: AsyncIterable<ObservedTransition>, lifecycles: Lifecycles) {
    this.#observe = createTransitionObserver(lifecycles);
    this.#recorded = recorded[Symbol.asyncIterator]();
  }

  /** Observes the next exchange, in recorded order. */
  async next(exchange: Exchange): Promise<void> {
    const follow = this.#observe(exchange);
    const recorded = await this.#takeOf(exchange.id);
    if (!isDeepStrictEqual(recorded, follow))
      this.#note(exchange.id, `it records ${said(recorded)}, the exchange shows ${said(follow)}`);
  }

  /** Looks for recorded state changes that belong to no exchange, in the order of the exchanges. */
  async end(): Promise<void> {
    for (let line = await this.#peek(); line !== null; line = await this.#peek()) {
      this.#note(line.exchangeId, 'there is no such exchange, or its lines are not where it is');
      this.#next = null;
    }
  }

  /** Ends the reading, also in the middle. */
  async close(): Promise<void> {
    await this.#recorded.return?.();
  }

  async #takeOf(exchangeId: string): Promise<readonly ObservedTransition[]> {
    const taken: ObservedTransition[] = [];
    for (let line = await this.#peek(); line?.exchangeId === exchangeId; line = await this.#peek()) {
      taken.push(line);
      this.#next = null;
    }
    return taken;
  }

  async #peek(): Promise<ObservedTransition | null> {
    if (this.#next !== null) return this.#next;
    const read = await this.#recorded.next();
    // What a finished reading returns is nothing of ours.
    this.#next = read.done === true ? null : read.value;
    return this.#next;
  }

  #note(exchangeId: string, problem: string): void {
    if (this.against.length < longest)
      this.against.push({ where: `${recorderFiles.transitions}: ${exchangeId}`, problem });
  }
}

function said(transitions: readonly ObservedTransition[]): string {
  if (transitions.length === 0) return 'no state change';
  return transitions.map(({ entity, entityId, from, to }) => `${entity} ${entityId} from ${from} to ${to}`).join(', ');
}
