import type { Lifecycle } from '../../lifecycle/lifecycle.js';
import type { Exchange } from '../exchange.js';
import type { ObservedStep } from './entity-track.js';
import { findPath, type PendingEvent } from './find-path.js';
import type { Sighting } from './sighting.js';

/** A change that no recorded call accounts for, yet. */
interface UnexplainedStep {
  readonly exchangeId: string;
  readonly from: string;
  readonly to: string;
  /** Recorded calls on the entity that might have had a part in it. */
  readonly pending: readonly PendingEvent[];
  /** When the exchange that showed it ended, milliseconds since 1970. */
  readonly shownAt: number;
}

/** The steps behind a change that was shown before the call that brought it about was recorded. */
export interface Explanation {
  readonly steps: readonly ObservedStep[];
  /** The exchange that showed the change. */
  readonly explains: string;
}

/**
 * Changes outside the lifecycle tables that a call under way may turn out to have brought about: an answer is recorded when it is
 * there, and a list for another scenario, or a look at what became of a call whose answer was lost, may show its effect
 * before. Of each entity only the last change is kept.
 */
export class UnexplainedSteps {
  readonly #steps = new Map<string, UnexplainedStep>();

  /** Keeps a change, which `exchange` showed. */
  keep(key: string, { from, to }: ObservedStep, pending: readonly PendingEvent[], exchange: Exchange): void {
    const { id: exchangeId, startedAt, durationMs } = exchange;
    this.#steps.set(key, { exchangeId, from, to, pending, shownAt: Date.parse(startedAt) + durationMs });
  }

  /** Explains what is kept of an entity by a call that had begun when the change was shown; null where it does not. */
  explain(key: string, table: Lifecycle, seen: Sighting, { startedAt }: Exchange): Explanation | null {
    const kept = this.#steps.get(key);
    if (kept === undefined || seen.event === null) return null;
    this.#steps.delete(key);
    if (Date.parse(startedAt) > kept.shownAt) return null;
    const { event, guard, answered, organic } = seen;
    const path = findPath(table, kept.from, kept.to, [...kept.pending, { event, guard, answered }], organic);
    if (path === null) return null;
    return {
      steps: path.map(({ id, from, to }) => ({ from, to, transition: id, collapsed: true })),
      explains: kept.exchangeId,
    };
  }
}
