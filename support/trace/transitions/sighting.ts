import type { LifecycleName } from '../../lifecycle/lifecycle.js';

/** What one exchange says about one entity. */
export interface Sighting {
  readonly entity: LifecycleName;
  readonly entityId: string;
  /** The entity came into being with this exchange. */
  readonly created: boolean;
  /** Operation that may have changed it, null for a mere reading. */
  readonly event: string | null;
  /** False when nothing tells what the operation came to: it may have had no effect. */
  readonly answered: boolean;
  /** Guard of the lifecycle table that the request chose (pass or fail), null when it chose none. */
  readonly guard: string | null;
  /** What the platform may have done by itself meanwhile (the events of one rail); null for anything. */
  readonly organic: readonly string[] | null;
  /** State as the wire shows it; null when the exchange shows none. */
  readonly value: number | string | null;
  /** True when the successful call alone proves the change, because no reading ever shows it. */
  readonly proven: boolean;
  /** True for an item of a list of the whole Program, which may be somebody else's. */
  readonly listed: boolean;
  /** Label of something that may change while the state does not (the code of a listener); null for none. */
  readonly variant: string | null;
}

/** A sighting with the defaults of a mere reading. */
export function sighting(
  entity: LifecycleName,
  entityId: string,
  more: Partial<Omit<Sighting, 'entity' | 'entityId'>>,
): Sighting {
  return {
    entity,
    entityId,
    created: false,
    event: null,
    answered: true,
    guard: null,
    organic: null,
    value: null,
    proven: false,
    listed: false,
    variant: null,
    ...more,
  };
}
