import { familyOf, statusOf, type AnswerFamily } from '../answer-label.js';
import type { ObservedCalls, ObservedOperation } from '../observed-operation.js';
import type { BehaviourRuleId } from '../rules/behaviour-rules.js';
import { alignAnswers, type AnswerStep } from './align-answers.js';
import { outside, type ComparedRuns, type ComparedSide } from './compared-runs.js';
import type { OperationPair } from './operation-pairs.js';
import type { RawBehaviourChange } from './raw-change.js';

/** Which rule a replaced answer falls under, by what the old and the new one say. */
const replaced: Readonly<Record<AnswerFamily, Readonly<Record<AnswerFamily, BehaviourRuleId>>>> = {
  success: { success: 'success-status-replaced', refusal: 'call-now-refused', none: 'call-now-unanswered' },
  refusal: { success: 'call-now-accepted', refusal: 'refusal-status-replaced', none: 'call-now-unanswered' },
  none: { success: 'call-now-answered', refusal: 'call-now-answered', none: 'loss-changed' },
};

/** Compares how an operation answered the calls of the scenarios that both runs ran. */
export function compareAnswers(pair: OperationPair, runs: ComparedRuns): readonly RawBehaviourChange[] {
  const [old, next] = [callsIn(pair.old, runs.old), callsIn(pair.new, runs.new)];
  if (old.size === 0 || next.size === 0) return exercised(pair, old, next);
  const found = new Map<string, RawBehaviourChange[]>();
  for (const [scenario, before] of old) {
    const after = next.get(scenario);
    if (after === undefined) continue;
    for (const step of alignAnswers(before, after, pair.reads)) {
      if ((step.old === null || step.new === null) && !runs.whole.has(scenario)) continue;
      const change = changeOf(step, scenario, pair);
      const key = JSON.stringify([change.rule, change.key, change.before, change.after]);
      const known = found.get(key) ?? [];
      known.push(change);
      found.set(key, known);
    }
  }
  return [...found.values()].flatMap(joined);
}

type CallsByScenario = ReadonlyMap<string, ObservedCalls>;

function callsIn(operation: ObservedOperation | null, { common }: ComparedSide): CallsByScenario {
  const calls = operation?.calls.flatMap((one) => {
    const id = common.get(one.scenario);
    return id === undefined ? [] : [[id, one] as const];
  });
  return new Map((calls ?? []).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function exercised({ operationId }: OperationPair, old: CallsByScenario, next: CallsByScenario): RawBehaviourChange[] {
  const inScenarios = [...old.keys(), ...next.keys()].filter((id) => id !== outside);
  if (inScenarios.length === 0) return [];
  const [rule, calls] =
    next.size === 0 ? (['operation-no-longer-exercised', old] as const) : (['operation-now-exercised', next] as const);
  const first = [...calls.values()][0]?.exchanges[0] ?? null;
  return [
    {
      ...{ rule, place: operationId, key: '', before: null, after: null, operationId, scenarios: [...calls.keys()] },
      exchanges: next.size === 0 ? { old: first, new: null } : { old: null, new: first },
      aspects: [`exercised ${operationId}`],
    },
  ];
}

function changeOf(
  { old, new: next }: AnswerStep,
  scenario: string,
  { operationId }: OperationPair,
): RawBehaviourChange {
  const aspect = (label: string) => `answer ${operationId} ${label} in ${scenario}`;
  const both = old !== null && next !== null;
  return {
    rule: ruleOf(old?.answer ?? null, next?.answer ?? null),
    place: operationId,
    key: both ? '' : (old?.answer ?? next?.answer ?? ''),
    before: both ? old.answer : null,
    after: both ? next.answer : null,
    ...{ operationId, scenarios: [scenario] },
    exchanges: { old: old?.exchange ?? null, new: next?.exchange ?? null },
    aspects: [old?.answer, next?.answer].flatMap((label) => (label === undefined ? [] : [aspect(label)])),
  };
}

function ruleOf(old: string | null, next: string | null): BehaviourRuleId {
  if (next === null) return 'answer-vanished';
  if (old === null) return 'answer-appeared';
  const sameStatus = familyOf(old) === 'refusal' && familyOf(next) === 'refusal' && statusOf(old) === statusOf(next);
  return sameStatus ? 'error-code-changed' : replaced[familyOf(old)][familyOf(next)];
}

/** The same change in several scenarios is one; the first shows it. */
function joined(changes: readonly RawBehaviourChange[]): readonly RawBehaviourChange[] {
  const [first] = changes;
  if (first === undefined) return [];
  const aspects = new Set(changes.flatMap((change) => change.aspects));
  return [{ ...first, scenarios: changes.flatMap(({ scenarios }) => scenarios), aspects: [...aspects] }];
}
