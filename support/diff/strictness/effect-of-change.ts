import type { RuleEffect } from '../../contract/contract-changes.js';
import type { ReachedUse } from '../contract/classify-change.js';
import type { ReachingChange } from '../contract/compare-contracts.js';
import type { Direction } from '../contract/contract-change.js';
import type { Polarity } from '../contract/polarity.js';
import { mirrorOf, type DiffRuleId } from '../contract/rules/diff-rules.js';
import { byStanding, effectOfRule } from './rule-effects.js';

/** Ways a difference is looked at that reaches no operation by itself. */
const everyWay: readonly Pick<ReachedUse, 'direction' | 'polarities'>[] = (['request', 'response'] as const).map(
  (direction) => ({ direction, polarities: new Set<Polarity>(['same']) }),
);

/**
 * What a difference does to the judge, the worst over all operations it reaches. `standing` says so for what is known better or
 * worse than before.
 */
export function effectOfChange({ change, uses }: ReachingChange, standing: () => RuleEffect): RuleEffect {
  if (effectOfRule[change.rule] === byStanding || isMark(change)) return standing();
  if (describesMore(change.rule, change.key)) return 'weaker';
  const ways = uses.length === 0 ? everyWay : uses;
  return worstEffect(
    ways.flatMap(({ direction, polarities }) =>
      [...polarities].map((polarity) => effectOn(change.rule, polarity, direction)),
    ),
  );
}

/** True for a word that says how well a rule is known, also where the comparison takes it for an extension. */
export function isMark({ rule, key }: ReachingChange['change']): boolean {
  return rule === 'mark-changed' || (rule === 'extension-changed' && weighing.has(key));
}

/** Words that decide how much a broken rule weighs. */
const weighing: ReadonlySet<string> = new Set(['x-provenance', 'x-questions', 'x-rules']);

/** The worst of several effects; `neutral` for none. */
export function worstEffect(effects: Iterable<RuleEffect>): RuleEffect {
  const found = new Set(effects);
  if (found.has('weaker')) return 'weaker';
  return found.has('stronger') ? 'stronger' : 'neutral';
}

function effectOn(rule: DiffRuleId, polarity: Polarity, direction: Direction): RuleEffect {
  switch (polarity) {
    case 'same':
      return directed(rule, direction);
    case 'flipped':
      return directed(mirrorOf(rule), direction);
    case 'unsure':
      return directed(rule, direction) === 'neutral' ? 'neutral' : 'weaker';
  }
}

function directed(rule: DiffRuleId, direction: Direction): RuleEffect {
  const effect = effectOfRule[rule];
  // What stands under a mark is decided where the marks are compared.
  if (effect === byStanding) return 'neutral';
  return typeof effect === 'string' ? effect : effect[direction];
}

/**
 * True for what makes members count as described that were not, even where it constrains their values: an object that says
 * anything about other members has none that the judge would list.
 */
function describesMore(rule: DiffRuleId, key: string): boolean {
  if (rule === 'other-members-forbidden') return false;
  return ['additionalProperties', 'unevaluatedProperties', 'patternProperties'].some((word) => key.startsWith(word));
}
