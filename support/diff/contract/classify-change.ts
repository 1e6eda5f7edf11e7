import { worst, type ChangeClass } from './change-class.js';
import type { RawChange } from './comparison.js';
import type { ChangeUse, Direction } from './contract-change.js';
import type { Effect } from './diff-rule.js';
import type { Polarity } from './polarity.js';
import { diffRules, mirrorOf, type DiffRuleId } from './rules/diff-rules.js';

/** An operation that a difference reaches, with the ways a constraint acts on the whole there. */
export interface ReachedUse extends ChangeUse {
  readonly polarities: ReadonlySet<Polarity>;
}

/**
 * The class of a difference: the worst over all operations it reaches. What reaches none is cosmetic, unless the rule
 * names one class for all directions.
 */
export function classifyChange({ rule }: RawChange, uses: readonly ReachedUse[]): ChangeClass {
  const { effect } = diffRules[rule];
  if (typeof effect === 'string') return effect;
  return worst(uses.flatMap((use) => [...use.polarities].map((polarity) => classOf(rule, polarity, use.direction))));
}

function classOf(rule: DiffRuleId, polarity: Polarity, direction: Direction): ChangeClass {
  switch (polarity) {
    case 'same':
      return effectOf(rule)[direction];
    case 'flipped':
      return effectOf(mirrorOf(rule))[direction];
    case 'unsure':
      return 'unknown';
  }
}

function effectOf(rule: DiffRuleId): Effect {
  const { effect } = diffRules[rule];
  return typeof effect === 'string' ? { request: effect, response: effect } : effect;
}
