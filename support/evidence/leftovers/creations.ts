import { budgetKindOf, isBudgetKind, type BudgetKind } from '../../contract/object-kinds.js';
import type { Contract } from '../../contract/contract.js';
import { errorsOf } from '../../messages/coded-error.js';
import { verifyMessages } from '../../messages/verify-messages.js';
import { parseJson } from '../verify/parse-json.js';

const damaged = errorsOf(verifyMessages, 'integrity');

/** What each operation that creates or moves something creates or moves, by operationId. */
export type Creations = Readonly<Record<string, BudgetKind>>;

/** What the operations of our own contract create; another document carries no `x-creates`. */
export function creationsOf({ operations }: Pick<Contract, 'operations'>): Creations {
  const kinds = [...operations.values()].map((operation) => [operation.operationId, budgetKindOf(operation)] as const);
  return Object.fromEntries(kinds.flatMap(([id, kind]) => (kind === null ? [] : [[id, kind]])));
}

/** Reads the frozen copy back; VFY-302 for anything else. */
export function creationsIn(text: string, file: string): Creations {
  const value = parseJson(text, file);
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const unknown = entries.find(([, kind]) => typeof kind !== 'string' || !isBudgetKind(kind));
  if (entries.length === 0 || unknown !== undefined) {
    throw damaged('VFY-302', { file, problem: `it does not say what "${unknown?.[0] ?? 'any operation'}" creates` });
  }
  return Object.fromEntries(entries);
}
