import type { ContractChange } from '../../contract/contract-change.js';
import { familyOf } from '../answer-label.js';
import type { BehaviourChange, CauseProof, ExchangePair } from '../behaviour-change.js';
import type { Noise } from '../behaviour-diff.js';
import type { ObservedBehaviour, ObservedRun, ObservedScenario } from '../observed-behaviour.js';
import { hasRun } from '../compare/compared-runs.js';
import { checkPairs, type CheckPair } from '../compare/compare-checks.js';
import { judgedDifferences } from './judged-differences.js';

/** What is known of two runs when a changed verdict is to be explained. */
export interface ComparedFacts {
  readonly old: ObservedBehaviour;
  readonly new: ObservedBehaviour;
  /** What the target did differently, noise left out. */
  readonly changes: readonly BehaviourChange[];
  /** What differs between the contracts; null when nobody compared them. */
  readonly contract: readonly Pick<ContractChange, 'fingerprint' | 'class' | 'uses' | 'words'>[] | null;
  readonly noise: Noise | null;
}

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

/** A finding that one run has and the other has not, with an answer of the same operation on the other side. */
export interface JudgedDifference {
  readonly rule: string;
  readonly came: boolean;
  readonly exchanges: ExchangePair;
}

/** A call that brought no HTTP answer. */
export interface LostCall {
  readonly label: string;
  readonly exchange: string;
}

/** Gathers the facts of a scenario; `check` narrows them to one of its checks. */
export function causeFacts(facts: ComparedFacts, scenario: string, check: string | null = null): CauseFacts {
  const sides = { old: sideOf(facts.old, scenario), new: sideOf(facts.new, scenario) };
  const [old, next] = [sides.old.result, sides.new.result];
  const pairs = old !== null && next !== null && hasRun(old) && hasRun(next) ? checkPairs(old, next) : [];
  const operations = new Set([...sides.old.operations, ...sides.new.operations]);
  return {
    runs: { old: facts.old.run, new: facts.new.run },
    ...{ old, new: next },
    checks: pairs.filter(({ id, old: a, new: b }) => (check === null ? a?.outcome !== b?.outcome : id === check)),
    changes: facts.changes.filter(({ scenarios }) => scenarios.includes(scenario)),
    contract: facts.contract?.filter((change) => reaches(change, operations)) ?? null,
    judged: judgedDifferences(facts, old?.findings ?? [], next?.findings ?? []),
    lost: { old: sides.old.lost, new: sides.new.lost },
    varies: facts.noise?.aspects.some((aspect) => aspect.startsWith(`scenario ${scenario} `)) ?? false,
    more: [],
  };
}

function reaches(
  { class: one, uses }: NonNullable<ComparedFacts['contract']>[number],
  operations: ReadonlySet<string>,
): boolean {
  if (one === 'cosmetic') return false;
  return uses.some(({ operation, operationId }) => operations.has(operation) || operations.has(operationId ?? ''));
}

/** A scenario on one side; its operations go by id and by method and path, because a document may have ids of its own. */
function sideOf({ scenarios, operations }: ObservedBehaviour, id: string) {
  const place = scenarios.findIndex((scenario) => scenario.id === id);
  const called = operations.flatMap((operation) =>
    operation.calls.filter((calls) => calls.scenario === place).map((calls) => ({ operation, calls })),
  );
  return {
    result: scenarios[place] ?? null,
    operations: called.flatMap(({ operation }) => [
      operation.operationId,
      ...(operation.operation === null ? [] : [operation.operation]),
    ]),
    lost: called.flatMap(({ operation, calls }) =>
      calls.answers.flatMap((answer, at): LostCall[] =>
        familyOf(answer) === 'none'
          ? [{ label: `${operation.operationId} ${answer}`, exchange: calls.exchanges[at] ?? '' }]
          : [],
      ),
    ),
  };
}
