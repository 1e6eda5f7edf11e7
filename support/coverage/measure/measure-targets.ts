import type { Exchange } from '../../trace/exchange.js';
import type { Lifecycles } from '../../lifecycle/lifecycle.js';
import type { Check } from '../../verdict/check.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { PendingScenarios } from '../assert/pending-scenarios.js';
import type { OperationShape } from '../targets/operation-shape.js';
import { reversedAnswer } from './alterations.js';
import { answerSights, isConforming } from './answer-sights.js';
import { BeyondContract, type Beyond } from './beyond-contract.js';
import { requestSights } from './request-sights.js';
import { saidSights } from './said-sights.js';
import type { Sight } from './sight.js';
import type { TargetIndex } from './target-index.js';
import type { TargetTally } from './target-tally.js';
import { TransitionSights } from './transition-sights.js';

/** What measuring needs besides the exchanges. */
export interface Measuring {
  readonly index: TargetIndex;
  readonly lifecycles: Lifecycles;
  /** Final results, one a scenario. */
  readonly results: readonly ScenarioResult[];
  readonly checks: ReadonlyMap<string, Check>;
}

/** An exchange with the run that made it. */
export interface MeasuredExchange {
  readonly exchange: Exchange;
  /** Entities of different runs are different ones, whatever their ids. */
  readonly run: string;
  /** The same with stand-ins in the place of masked values; null where a label cannot be explained. */
  readonly standIn: Exchange | null;
}

/** Checks are tried on this many places of one target in one exchange: items of a list say the same. */
const mostPlaces = 3;

/** Measures targets in one pass over the exchanges; what it finds stands in the tallies of the index. */
export async function measureTargets(
  exchanges: AsyncIterable<MeasuredExchange>,
  { index, lifecycles, results, checks }: Measuring,
): Promise<readonly Beyond[]> {
  const places = new Map(results.map(({ id }, place) => [id, place]));
  const pending = new PendingScenarios(results, checks);
  const runs = new Map<string, TransitionSights>();
  const beyond = new BeyondContract();
  for await (const { exchange, run, standIn } of exchanges) {
    // What a server of ours replayed to our own client says nothing about the target.
    if (exchange.replayed === true) continue;
    beyond.see(exchange);
    const shape = index.operations.get(exchange.operationId ?? '');
    if (shape === undefined) continue;
    const transitions = runs.get(run) ?? new TransitionSights(lifecycles, index);
    runs.set(run, transitions);
    const sights = [...sightsOf(exchange, standIn, shape, index), ...transitions.see(exchange, shape)];
    for (const sight of sights) count(sight, places.get(exchange.scenario ?? ''));
    pending.see(exchange, worthTrying(sights));
  }
  return beyond.list();
}

function sightsOf(
  exchange: Exchange,
  standIn: Exchange | null,
  shape: OperationShape,
  index: TargetIndex,
): readonly Sight[] {
  const { operationId, inbound } = shape;
  const conforming = isConforming(exchange);
  const operation = index.byId(`operation:${operationId}:`);
  const called = operation === undefined ? [] : [{ tally: operation, matched: conforming }];
  if (inbound) {
    const said = { base: '/request/body', conforming, side: 'request' } as const;
    // The answer to such a call is our own.
    const received = called.map((sight) => ({ ...sight, alteration: null }));
    return [...received, ...saidSights(exchange.request.body, said, index.of(operationId))];
  }
  return [
    ...called.map((sight) => ({ ...sight, alteration: reversedAnswer })),
    ...(standIn === null ? [] : requestSights(standIn, shape, index)),
    ...answerSights(exchange, shape, index),
  ];
}

function count({ tally, matched, inferred }: Sight, scenario: number | undefined): void {
  tally.attempted = true;
  if (!matched) return;
  tally.matched = true;
  if (inferred !== true) tally.direct = true;
  // A rule of the judge finds every answer that does otherwise, so that each conforming one was looked at.
  if (tally.target.ruled === true) tally.asserted = true;
  if (scenario !== undefined) tally.scenarios.add(scenario);
}

function worthTrying(sights: readonly Sight[]): readonly Sight[] {
  const tried = new Map<TargetTally, number>();
  return sights.filter(({ tally, matched, alteration }) => {
    const times = tried.get(tally) ?? 0;
    tried.set(tally, times + 1);
    return matched && alteration !== null && !tally.asserted && times < mostPlaces;
  });
}
