import type { BehaviourChange, CauseProof } from '../behaviour-change.js';
import type { ObservedRun, ObservedScenario } from '../observed-behaviour.js';
import { hasRun } from '../compare/compared-runs.js';
import { checkPairs, type CheckPair } from '../compare/compare-checks.js';
import { judgedDifferences } from './judged-differences.js';
import { SideIndex } from './side-index.js';
import type { LostCall } from './lost-call.js';
import type { JudgedDifference } from './judged-difference.js';
import type { ComparedFacts } from './compared-facts.js';

/** What is known of one scenario in both runs; null where a run has no result of it. */
export interface CauseFacts {
  readonly runs: { readonly old: ObservedRun; readonly new: ObservedRun };
  readonly old: ObservedScenario | null;
  readonly new: ObservedScenario | null;
  /** Checks that ended differently, or the one that is asked about. */
  readonly checks: readonly CheckPair[];
  /** What the target did differently in this scenario. */
  readonly changes: readonly BehaviourChange[];
  /** Changes of the contract that reach an operation of the scenario. */
  readonly contract: ComparedFacts['contract'];
  /** What the judge found in one run only. */
  readonly judged: readonly JudgedDifference[];
  /** Calls without an answer, by side: label and exchange. */
  readonly lost: { readonly old: readonly LostCall[]; readonly new: readonly LostCall[] };
  /** True when two runs of the old version ended it differently, too. */
  readonly varies: boolean;
  /** Row marks and the like that stand beside the scenario. */
  readonly more: readonly CauseProof[];
}

/** Gathers the facts of a scenario; `check` narrows them to one of its checks. */
export function causeFacts(facts: ComparedFacts, scenario: string, check: string | null = null): CauseFacts {
  const { sides } = facts;
  const [old, next] = [sides.old.result(scenario), sides.new.result(scenario)];
  const pairs = old !== null && next !== null && hasRun(old) && hasRun(next) ? checkPairs(old, next) : [];
  const called = [...sides.old.operations(scenario), ...sides.new.operations(scenario)];
  const differing = pairs.filter(({ id, old: a, new: b }) =>
    check === null ? a?.outcome !== b?.outcome : id === check,
  );
  // Who calls nothing looks at the whole run, and says in words which operations it is about.
  const operations = new Set(called.length > 0 ? called : differing.flatMap(namedIn));
  return {
    runs: { old: facts.old.run, new: facts.new.run },
    ...{ old, new: next },
    checks: differing,
    changes: facts.changesIn.get(scenario) ?? [],
    contract: facts.contract?.filter((change) => reaches(change, operations)) ?? null,
    judged: judgedDifferences(facts, old?.findings ?? [], next?.findings ?? [], scenario),
    lost: { old: sides.old.lost(scenario), new: sides.new.lost(scenario) },
    varies: facts.varying.has(scenario),
    more: [],
  };
}

/** Puts together what is asked again and again. */
export function comparedFacts(
  { old, new: next, contract }: Pick<ComparedFacts, 'old' | 'new' | 'contract'>,
  changes: readonly BehaviourChange[],
  varying: ReadonlySet<string>,
): ComparedFacts {
  const changesIn = new Map<string, BehaviourChange[]>();
  for (const change of changes)
    for (const scenario of change.scenarios) {
      const known = changesIn.get(scenario) ?? [];
      known.push(change);
      changesIn.set(scenario, known);
    }
  const sides = { old: new SideIndex(old), new: new SideIndex(next) };
  return { old, new: next, contract, changesIn, varying, sides };
}

function namedIn({ old, new: next }: CheckPair): readonly string[] {
  return [old, next].flatMap((one) => one?.received.split(/[^\w]+/) ?? []);
}

function reaches(
  { class: one, uses }: NonNullable<ComparedFacts['contract']>[number],
  operations: ReadonlySet<string>,
): boolean {
  if (one === 'cosmetic') return false;
  return uses.some(({ operation, operationId }) => operations.has(operation) || operations.has(operationId ?? ''));
}
