import type { Lifecycles } from '../lifecycle/lifecycle.js';
import type { Exchange } from './exchange.js';
import type { ObservedTransition } from './recorder.js';
import { createDepositWatch } from './transitions/deposit-watch.js';
import { follow, unknownTrack, type EntityTrack } from './transitions/entity-track.js';
import { shardOfNumber } from './shard-numbers.js';
import type { Sighting } from './transitions/sighting.js';
import { sightingsOf } from './transitions/sightings.js';

/** Takes the masked exchanges of a run in order and returns the state changes each one shows. */
export type TransitionObserver = (exchange: Exchange) => readonly ObservedTransition[];

/**
 * Makes an observer over the lifecycle tables. What it returns depends on the exchanges alone, so `verify` derives the
 * same lines from the recorded evidence. Several transitions between two readings become one line each, marked
 * `collapsed`; a change the table does not allow is `unlisted`. Each shard of a merged run is watched for itself: the others
 * were under way at the same time.
 */
export function createTransitionObserver(lifecycles: Lifecycles): TransitionObserver {
  const begin = () => ({ tracks: new Map<string, EntityTrack>(), watchDeposits: createDepositWatch() });
  let [{ tracks, watchDeposits }, shard] = [begin(), null as number | null];
  const observe = (exchange: Exchange, seen: Sighting): readonly ObservedTransition[] => {
    const { entity, entityId } = seen;
    const key = `${entity} ${entityId}`;
    // What becomes of other people's objects between two lists, nobody here has seen.
    if (seen.listed && !tracks.has(key)) return [];
    const { track, steps } = follow(lifecycles[entity], tracks.get(key) ?? unknownTrack, seen);
    tracks.set(key, track);
    const { scenario, id: exchangeId, startedAt: at } = exchange;
    return steps.map((step) => ({ entity, entityId, ...step, scenario, exchangeId, at }));
  };
  return (exchange) => {
    // A replayed answer is about no object of the target.
    if (exchange.replayed === true) return [];
    const own = shardOfNumber(Number(exchange.id.slice(2)));
    if (own !== shard) [{ tracks, watchDeposits }, shard] = [begin(), own];
    return [...sightingsOf(exchange), ...watchDeposits(exchange)].flatMap((seen) => observe(exchange, seen));
  };
}
