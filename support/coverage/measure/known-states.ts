import type { Lifecycle, LifecycleName, Lifecycles } from '../../lifecycle/lifecycle.js';
import type { Exchange } from '../../trace/exchange.js';
import type { ObservedTransition } from '../../trace/recorder.js';
import { sightingsOf } from '../../trace/transitions/sightings.js';

/** What is known of an entity before a call. */
interface Known {
  readonly state: string;
  /** False after a call that may have changed it and before the next reading. */
  readonly settled: boolean;
}

/** The states of entities as the traffic so far shows them, never guessed. */
export class KnownStates {
  readonly #known = new Map<string, Known>();

  constructor(private readonly lifecycles: Lifecycles) {}

  /** The state that the last reading showed and no call since may have changed; null when there is none. */
  stateOf(entity: LifecycleName, entityId: string): string | null {
    const known = this.#known.get(`${entity} ${entityId}`);
    return known?.settled === true ? known.state : null;
  }

  /** Takes in an exchange with the transitions it showed; returns each entity whose state it settled. */
  see(exchange: Exchange, transitions: readonly ObservedTransition[]): readonly [LifecycleName, string][] {
    const settled: [LifecycleName, string][] = [];
    const settle = (entity: LifecycleName, entityId: string, state: string): void => {
      this.#known.set(`${entity} ${entityId}`, { state, settled: true });
      settled.push([entity, state]);
    };
    const moved = new Set(transitions.map(({ entity, entityId }) => `${entity} ${entityId}`));
    for (const { entity, entityId, value, event } of sightingsOf(exchange)) {
      const key = `${entity} ${entityId}`;
      if (value !== null) settle(entity, entityId, nameOf(this.lifecycles[entity], value));
      else if (event !== null && !moved.has(key)) {
        const known = this.#known.get(key);
        if (known !== undefined) this.#known.set(key, { ...known, settled: false });
      }
    }
    for (const { entity, entityId, to } of transitions) settle(entity, entityId, to);
    return settled;
  }
}

function nameOf(table: Lifecycle, value: number | string): string {
  return table.states.find((state) => state.value === value)?.name ?? `unknown-value-${value}`;
}
