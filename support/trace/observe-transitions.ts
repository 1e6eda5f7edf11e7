import type { Lifecycles } from '../lifecycle/lifecycle.js';
import type { Exchange } from './exchange.js';
import type { ObservedTransition } from './recorder.js';
import { createDepositWatch } from './transitions/deposit-watch.js';
import { follow, isUnlisted, unknownTrack, type EntityTrack } from './transitions/entity-track.js';
import { shardOfNumber } from './shard-numbers.js';
import type { Sighting } from './transitions/sighting.js';
import { sightingsOf } from './transitions/sightings.js';
import { UnexplainedSteps } from './transitions/unexplained-steps.js';

/** Takes the masked exchanges of a run in order and returns the state changes each one shows. */
export type TransitionObserver = (exchange: Exchange) => readonly ObservedTransition[];

/**
 * Makes an observer over the lifecycle tables. What it returns depends on the exchanges alone, so `verify` derives the
 * same lines from the recorded evidence. Several transitions between two readings become one line each, marked
 * `collapsed`; a change the table does not allow is `unlisted`, and where a call that was under way then turns out to have brought
 * it about, the lines at that call say so. Each shard of a merged run is watched for itself: the others
 * were under way at the same time.
 */
export function createTransitionObserver(lifecycles: Lifecycles): TransitionObserver {
  const begin = () => ({
    tracks: new Map<string, EntityTrack>(),
    unexplained: new UnexplainedSteps(),
    watchDeposits: createDepositWatch(),
  });
  let [{ tracks, unexplained, watchDeposits }, shard] = [begin(), null as number | null];
  const observe = (exchange: Exchange, seen: Sighting): readonly ObservedTransition[] => {
    const { entity, entityId } = seen;
    const key = `${entity} ${entityId}`;
    // What becomes of other people's objects between two lists, nobody here has seen.
    if (seen.listed && !tracks.has(key)) return [];
    const table = lifecycles[entity];
    const { scenario, id: exchangeId, startedAt: at } = exchange;
    const explanation = unexplained.explain(key, table, seen, exchange);
    if (explanation !== null) {
      const { explains } = explanation;
      return explanation.steps.map((step) => ({ entity, entityId, ...step, explains, scenario, exchangeId, at }));
    }
    const before = tracks.get(key) ?? unknownTrack;
    const { track, steps } = follow(table, before, seen);
    tracks.set(key, track);
    for (const step of steps.filter(isUnlisted)) unexplained.keep(key, step, before.pending, exchange);
    return steps.map((step) => ({ entity, entityId, ...step, scenario, exchangeId, at }));
  };
  return (exchange) => {
    // A replayed answer is about no object of the target.
    if (exchange.replayed === true) return [];
    const own = shardOfNumber(Number(exchange.id.slice(2)));
    if (own !== shard) [{ tracks, unexplained, watchDeposits }, shard] = [begin(), own];
    return [...sightingsOf(exchange), ...watchDeposits(exchange)].flatMap((seen) => observe(exchange, seen));
  };
}
