import type { Difference } from '../../evidence/verify/verification.js';
import type { Exchange } from '../../trace/exchange.js';
import { recorderFiles } from '../../trace/recorder-files.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { StrayExchanges } from '../stray-exchanges.js';
import type { ClaimsAgain } from './claims-again.js';
import type { FrozenRun } from './recorded-run.js';
import { recomputeResult, type ResultSetting } from './recompute-result.js';
import { unusualWay } from './ways/unusual-way.js';
import type { WayTable } from './ways/way-table.js';

/** All results of a run as they follow from the evidence. */
export interface RecomputedResults {
  /** In the recorded order. */
  readonly results: readonly ScenarioResult[];
  readonly strays: StrayExchanges;
  readonly against: readonly Difference[];
  /** What a person should look at. */
  readonly notes: readonly Difference[];
}

/** A scenario with the exchanges its attempts still wait for. */
interface Waiting {
  readonly id: string;
  readonly attempts: readonly number[];
  /** Exchanges that its attempts call their own. */
  readonly own: ReadonlySet<string>;
  readonly missing: Set<string>;
  readonly exchanges: Map<string, Exchange>;
}

/**
 * Recomputes every result in one pass over the exchanges. Those of a scenario are kept only until it has all of them, so
 * that memory does not grow with the run. `seen` is told of every exchange in recorded order.
 */
export async function recomputeResults(
  run: FrozenRun,
  setting: ResultSetting & { readonly ways: WayTable; readonly claims: Pick<ClaimsAgain, 'listen'> },
  seen: (exchange: Exchange) => Promise<void>,
): Promise<RecomputedResults> {
  const results = [...run.results];
  const waiting = waitingOf(run.results);
  const wanted = new Map<string, Waiting[]>();
  for (const one of waiting) for (const id of one.missing) wanted.set(id, [...(wanted.get(id) ?? []), one]);
  const strays = new StrayExchanges();
  const against: Difference[] = [];
  const notes: Difference[] = [];
  const settle = ({ attempts, exchanges }: Waiting): void => {
    for (const index of attempts) {
      const recorded = run.results[index];
      if (recorded === undefined) continue;
      const again = recomputeResult(recorded, exchanges, setting);
      results[index] = again.result;
      against.push(...again.against);
      const note = unusualWay(recorded, exchanges, setting.ways);
      if (note !== null) notes.push(note);
    }
    exchanges.clear();
  };
  for (const one of waiting) if (one.missing.size === 0) settle(one);
  const scenarios = new Map(waiting.map((one) => [one.id, one.own]));
  for await (const exchange of run.exchanges()) {
    await seen(exchange);
    strays.listen(exchange);
    setting.claims.listen(exchange);
    against.push(...ownerProblems(exchange, scenarios));
    const takers = wanted.get(exchange.id) ?? [];
    wanted.delete(exchange.id);
    for (const one of takers) {
      one.exchanges.set(exchange.id, exchange);
      if (one.missing.delete(exchange.id) && one.missing.size === 0) settle(one);
    }
  }
  for (const one of waiting) if (one.missing.size > 0) settle(one);
  return { results, strays, against, notes };
}

/** An exchange of a scenario that has a result belongs to that result; what only cleaned up after it does not. */
function ownerProblems(
  { id, scenario, cleanUp }: Exchange,
  scenarios: ReadonlyMap<string, ReadonlySet<string>>,
): Difference[] {
  if (scenario === null || cleanUp === true || scenarios.get(scenario)?.has(id) !== false) return [];
  return [{ where: `${recorderFiles.results}: ${scenario}`, problem: `it leaves out its exchange ${id}` }];
}

function waitingOf(results: readonly ScenarioResult[]): Waiting[] {
  const byScenario = new Map<string, number[]>();
  for (const [index, { id }] of results.entries()) byScenario.set(id, [...(byScenario.get(id) ?? []), index]);
  return [...byScenario].map(([id, attempts]) => ({
    id,
    attempts,
    own: new Set(attempts.flatMap((index) => results[index]?.exchangeIds ?? [])),
    missing: new Set(
      attempts.flatMap((index) => {
        const { exchangeIds = [], checks = [] } = results[index] ?? {};
        return [...exchangeIds, ...checks.flatMap((check) => check.exchangeIds)];
      }),
    ),
    exchanges: new Map(),
  }));
}
