import type { InvariantOutcome } from '../../../verdict/invariant.js';
import type { ScenarioResult } from '../../../verdict/scenario-result.js';

/** Calls one check or one finding may name before only the first and the last of them count as its proof. */
const longest = 12;

/** What the words about a run rest on, by id of the call. */
export interface NamedCalls {
  /** Named by a check, a finding or a broken rule. */
  readonly named: ReadonlySet<string>;
  /** Named among many by one of these: proof where something changed. */
  readonly among: ReadonlySet<string>;
}

/** The calls that prove or contradict something, as checks, findings and rules over all traffic name them. */
export function namedCalls(
  results: readonly ScenarioResult[],
  invariants: readonly Pick<InvariantOutcome, 'violations'>[],
): NamedCalls {
  const lists = [
    ...results.flatMap(({ checks }) => checks.map(({ exchangeIds }) => exchangeIds)),
    ...results.flatMap(byCause),
    ...invariants.flatMap(({ violations }) => violations.map(({ exchangeIds }) => exchangeIds)),
  ];
  return {
    named: new Set(lists.flatMap((ids) => (ids.length <= longest ? ids : [ids.at(0) ?? '', ids.at(-1) ?? '']))),
    among: new Set(lists.filter(({ length }) => length > longest).flat()),
  };
}

/** The calls of each cause that the judge found in a scenario. */
function byCause({ findings }: ScenarioResult): string[][] {
  const causes = new Map<string, string[]>();
  for (const { cause, exchangeId } of findings) {
    const ids = causes.get(cause) ?? [];
    causes.set(cause, ids);
    ids.push(exchangeId);
  }
  return [...causes.values()];
}
