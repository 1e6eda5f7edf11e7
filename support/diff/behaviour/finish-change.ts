import { createHash } from 'node:crypto';
import { canonicalJson } from '../../contract/document/canonical-json.js';
import { changeClasses } from '../contract/change-class.js';
import type { BehaviourChange } from './behaviour-change.js';
import { outside } from './compare/compared-runs.js';
import type { RawBehaviourChange } from './compare/raw-change.js';
import { behaviourRules } from './rules/behaviour-rules.js';

/** Scenario to the rows it belongs to. */
export type RowsOf = (scenario: string) => readonly string[];

/** Classes a difference and puts it into words. */
export function finishChange(raw: RawBehaviourChange, rowsOf: RowsOf): BehaviourChange {
  const { rule, place, before, after, operationId, exchanges } = raw;
  const scenarios = [...new Set(raw.scenarios)].filter((id) => id !== outside).sort();
  const { effect, because } = behaviourRules[rule];
  return {
    ...{ rule, class: effect, fingerprint: fingerprintOf(raw), place, words: wordsOf(raw), because: because ?? null },
    ...{ before, after, operationId, scenarios },
    requirements: [...new Set(scenarios.flatMap(rowsOf))].sort(),
    exchanges,
  };
}

/** The worst first, then by place and rule. */
export function bySeverity(a: BehaviourChange, b: BehaviourChange): number {
  const rank = ({ class: one }: BehaviourChange) => changeClasses.indexOf(one);
  const text = ({ place, rule, fingerprint }: BehaviourChange) => `${place} ${rule} ${fingerprint}`;
  return rank(a) - rank(b) || (text(a) < text(b) ? -1 : 1);
}

function wordsOf({ rule, place, key, before, after }: RawBehaviourChange): string {
  const filled: Readonly<Record<string, string>> = { key, before: before ?? 'nothing', after: after ?? 'nothing' };
  const said = behaviourRules[rule].says.replace(/\{(\w+)\}/g, (_, name: string) => filled[name] ?? '');
  return `${place} ${said}`.trim();
}

/** Neither exchanges nor runs, times nor the scenarios that happen to show it are part of the identity of a change. */
function fingerprintOf({ rule, place, key, before, after, measured }: RawBehaviourChange): string {
  const words = measured === true ? [] : [before, after];
  return createHash('sha256')
    .update(canonicalJson([rule, place, key, ...words]))
    .digest('hex')
    .slice(0, 12);
}
