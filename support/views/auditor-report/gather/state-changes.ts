import type { ObservedTransition } from '../../../trace/recorder.js';
import { isUnlisted } from '../../../trace/transitions/entity-track.js';

/** How often a transition of a lifecycle was seen. */
export interface SeenTransition {
  count: number;
  /** Of these, how often it was only inferred from the states before and after. */
  collapsed: number;
  readonly first: string;
}

/** State changes of a run: counted by transition, and kept for the calls the page shows. */
export class StateChanges {
  readonly #seen = new Map<string, SeenTransition>();
  readonly #byCall = new Map<string, ObservedTransition[]>();
  readonly #unlisted = new Map<string, ObservedTransition>();
  readonly #shows: (scenario: string | null) => boolean;
  #total = 0;

  /** `shows` says of which scenarios the page shows the calls. */
  constructor(shows: (scenario: string | null) => boolean) {
    this.#shows = shows;
  }

  see(change: ObservedTransition): void {
    this.#total += 1;
    const key = `${change.entity} ${change.transition}`;
    const seen = this.#seen.get(key) ?? { count: 0, collapsed: 0, first: change.exchangeId };
    this.#seen.set(key, seen);
    seen.count += 1;
    if (change.collapsed) seen.collapsed += 1;
    const object = `${change.entity} ${change.entityId}`;
    if (isUnlisted(change)) this.#unlisted.set(`${object} ${change.exchangeId}`, change);
    if (change.explains !== undefined) this.#unlisted.delete(`${object} ${change.explains}`);
    if (!this.#shows(change.scenario)) return;
    this.#byCall.set(change.exchangeId, [...(this.#byCall.get(change.exchangeId) ?? []), change]);
  }

  get total(): number {
    return this.#total;
  }

  /** Changes the lifecycle tables do not know, and that no call explains which was recorded later. */
  get unlisted(): readonly ObservedTransition[] {
    return [...this.#unlisted.values()];
  }

  /** What was seen of a transition of a table; undefined when it was not seen. */
  of(entity: string, transition: string): SeenTransition | undefined {
    return this.#seen.get(`${entity} ${transition}`);
  }

  /** The changes one shown call made visible. */
  at(exchangeId: string): readonly ObservedTransition[] {
    return this.#byCall.get(exchangeId) ?? [];
  }
}
