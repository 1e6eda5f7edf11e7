import type { FindingLevel, Provenance } from '../../../judgement/provenance.js';
import type { CheckOutcome, RequirementOutcome, ScenarioVerdict } from '../../../verdict/verdict.js';
import { behaviourMirror, type BehaviourRuleId } from '../rules/behaviour-rules.js';

/** A rule for one way from a word to another; `null` stands for any. The way back gets the mirror. */
interface Way<Word> {
  readonly from: Word | null;
  readonly to: Word;
  readonly rule: BehaviourRuleId;
}

/** First match wins, forwards before backwards line by line. `out-of-scope` is never compared. */
const rowWays: readonly Way<RequirementOutcome>[] = [
  { from: null, to: 'contradicted', rule: 'row-contradicted' },
  { from: null, to: 'not-applicable', rule: 'row-now-left-out' },
  { from: null, to: 'not-demonstrated', rule: 'row-no-longer-demonstrated' },
  { from: 'demonstrated', to: 'demonstrated-with-advisory', rule: 'row-now-with-advisory' },
];

const checkWays: readonly Way<CheckOutcome>[] = [
  { from: null, to: 'violated', rule: 'check-violated' },
  { from: null, to: 'undetermined', rule: 'check-undecided' },
];

const assumedCheckWays: readonly Way<CheckOutcome>[] = [
  { from: null, to: 'violated', rule: 'assumed-check-violated' },
  { from: null, to: 'undetermined', rule: 'check-undecided' },
];

const invariantWays: Readonly<Record<FindingLevel, readonly Way<InvariantState>[]>> = {
  fail: [{ from: 'kept', to: 'violated', rule: 'invariant-violated' }],
  review: [{ from: 'kept', to: 'violated', rule: 'assumed-invariant-violated' }],
  advisory: [{ from: 'kept', to: 'violated', rule: 'assumed-invariant-violated' }],
};

/** From worst to best, for a change that no way names. */
const scenarioOrder: readonly ScenarioVerdict[] = [
  ...(['harness-error', 'inconclusive', 'vacuous', 'not-run', 'not-applicable', 'review', 'advisory', 'pass'] as const),
];

/** The rule of a row that ended differently. */
export function rowRule(old: RequirementOutcome, next: RequirementOutcome): BehaviourRuleId {
  return along(rowWays, old, next);
}

/** The rule of a check that ended differently; what only we assume weighs less. */
export function checkRule(old: CheckOutcome, next: CheckOutcome, provenance: Provenance): BehaviourRuleId {
  const assumed = provenance === 'inferred' || provenance === 'assumed';
  return along(assumed ? assumedCheckWays : checkWays, old, next);
}

/** Whether a rule over all traffic held, as far as two runs can be compared in it. */
export type InvariantState = 'kept' | 'violated';

/** The rule of an invariant that held in one run only; one that would not reject a run weighs less. */
export function invariantRule(old: InvariantState, next: InvariantState, level: FindingLevel): BehaviourRuleId {
  return along(invariantWays[level], old, next);
}

/** The rule of a scenario that ended differently. */
export function scenarioRule(old: ScenarioVerdict, next: ScenarioVerdict): BehaviourRuleId {
  if (next === 'fail') return 'scenario-failed';
  if (old === 'fail') return 'scenario-no-longer-failed';
  if (old === 'pass' && next === 'advisory') return 'scenario-now-with-advisory';
  if (old === 'advisory' && next === 'pass') return 'scenario-no-longer-with-advisory';
  return scenarioOrder.indexOf(next) < scenarioOrder.indexOf(old) ? 'scenario-worse' : 'scenario-better';
}

function along<Word>(ways: readonly Way<Word>[], old: Word, next: Word): BehaviourRuleId {
  for (const { from, to, rule } of ways) {
    if (next === to && (from === null || from === old)) return rule;
    if (old === to && (from === null || from === next)) return behaviourMirror(rule);
  }
  throw new Error(`no rule for the way from ${String(old)} to ${String(next)}`);
}
