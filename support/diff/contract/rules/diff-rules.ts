import type { DiffRule } from '../diff-rule.js';
import { documentRules } from './document-rules.js';
import { operationRules } from './operation-rules.js';
import { structureRules } from './structure-rules.js';
import { valueRules } from './value-rules.js';

const table = { ...documentRules, ...operationRules, ...structureRules, ...valueRules };

/** Permanent id of a {@link DiffRule}. */
export type DiffRuleId = keyof typeof table;

/** Every way in which two contracts can differ, by id. */
export const diffRules: Readonly<Record<DiffRuleId, DiffRule>> = table;

/** The rule that the same change gets when old and new trade places. */
export function mirrorOf(id: DiffRuleId): DiffRuleId {
  const { mirror } = diffRules[id];
  // The table's own test proves that every mirror is a rule whose mirror leads back.
  return mirror as DiffRuleId;
}
