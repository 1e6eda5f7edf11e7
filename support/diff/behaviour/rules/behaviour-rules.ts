import { answerRules } from './answer-rules.js';
import type { BehaviourRule } from './behaviour-rule.js';
import { shapeRules } from './shape-rules.js';
import { timingRules } from './timing-rules.js';
import { verdictRules } from './verdict-rules.js';

const table = { ...answerRules, ...shapeRules, ...timingRules, ...verdictRules };

/** Permanent id of a {@link BehaviourRule}. */
export type BehaviourRuleId = keyof typeof table;

/** Every way in which two runs can differ in what they saw, by id. */
export const behaviourRules: Readonly<Record<BehaviourRuleId, BehaviourRule>> = table;

/** The rule that the same difference gets when old and new trade places. */
export function behaviourMirror(id: BehaviourRuleId): BehaviourRuleId {
  // The table's own test proves that every mirror is a rule whose mirror leads back.
  return behaviourRules[id].mirror as BehaviourRuleId;
}
