import { addCounts } from '../../contract/object-kinds.js';
import type { Contract } from '../../contract/contract.js';
import type { Exchange } from '../../trace/exchange.js';
import { ObjectBudget } from './object-budget.js';
import type { ScenarioCalls } from './scenario-calls.js';

/** What scenarios were seen doing, by scenario id. */
export type SeenCalls = ReadonlyMap<string, ScenarioCalls>;

/**
 * What each scenario of a run really called and created, read from its recorded exchanges. Left out: what the target
 * sent to us, what a server of ours replayed, and what the harness asked outside every scenario.
 */
export async function callsSeen(
  exchanges: AsyncIterable<Exchange> | Iterable<Exchange>,
  contract: Pick<Contract, 'operations'>,
): Promise<SeenCalls> {
  const budget = new ObjectBudget({ table: null, contract });
  const operations = new Map<string, Set<string>>();
  for await (const exchange of exchanges) {
    const { scenario, operationId, replayed } = exchange;
    if (scenario === null || operationId === null || replayed === true || !contract.operations.has(operationId))
      continue;
    budget.recall(exchange);
    operations.set(scenario, (operations.get(scenario) ?? new Set()).add(operationId));
  }
  return new Map(
    [...operations].map(([scenario, ids]) => [
      scenario,
      { operations: [...ids].toSorted(), creates: budget.of(scenario) },
    ]),
  );
}

/** Where what was seen goes beyond the table, one sentence each; empty when it stays inside. */
export function beyondTable(seen: SeenCalls, table: SeenCalls): readonly string[] {
  return [...seen].flatMap(([scenario, { operations, creates }]) => {
    const allowed = table.get(scenario);
    if (allowed === undefined) return [`${scenario}: no entry`];
    const strange = operations.filter((id) => !allowed.operations.includes(id));
    const above = Object.entries(creates).filter(([kind, count]) => count > countOf(allowed, kind));
    return [
      ...strange.map((id) => `${scenario}: ${id} is not in its entry`),
      ...above.map(
        ([kind, count]) => `${scenario}: ${String(count)} of kind ${kind}, allowed ${countOf(allowed, kind)}`,
      ),
    ];
  });
}

function countOf({ creates }: ScenarioCalls, kind: string): number {
  return new Map<string, number>(Object.entries(creates)).get(kind) ?? 0;
}

/** The widest of several runs: every operation any of them called, and of each kind the most that one of them created. */
export function widest(runs: readonly SeenCalls[]): SeenCalls {
  const scenarios = new Set(runs.flatMap((run) => [...run.keys()]));
  return new Map([...scenarios].map((id) => [id, together(runs.flatMap((run) => run.get(id) ?? []))]));
}

function together(calls: readonly ScenarioCalls[]): ScenarioCalls {
  const operations = new Set(calls.flatMap((one) => one.operations));
  const kinds = new Set(calls.flatMap(({ creates }) => Object.keys(creates)));
  const most = Object.fromEntries(
    [...kinds].map((kind) => [kind, Math.max(...calls.map((one) => countOf(one, kind)))]),
  );
  return { operations: [...operations].toSorted(), creates: addCounts([most]) };
}
