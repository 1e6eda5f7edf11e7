import type { Comparison } from '../comparison.js';
import type { ContractOperation } from './contract-operation.js';

/** The same operation in both documents; null where one of them lacks it. */
export interface OperationPair {
  readonly old: ContractOperation | null;
  readonly new: ContractOperation | null;
}

/**
 * Finds for each operation its counterpart: the one of the same method and path, whatever its parameters are called, else the
 * one of the same operationId, else the only one of equal content: those moved.
 */
export function pairOperations(
  old: readonly ContractOperation[],
  next: readonly ContractOperation[],
  comparison: Comparison,
): readonly OperationPair[] {
  const [left, right] = [new Set(old), new Set(next)];
  const pairs: OperationPair[] = [];
  const take = (before: ContractOperation | null, after: ContractOperation | null) => {
    if (before !== null) left.delete(before);
    if (after !== null) right.delete(after);
    pairs.push({ old: before, new: after });
  };
  for (const keyOf of [routeOf, idOf, (one: ContractOperation) => String(comparison.values.idOf(one.value))]) {
    const [before, after] = [unique([...left], keyOf), unique([...right], keyOf)];
    for (const [key, operation] of before) {
      const counterpart = after.get(key);
      if (operation !== null && counterpart !== undefined && counterpart !== null) take(operation, counterpart);
    }
  }
  for (const operation of [...left]) take(operation, null);
  for (const operation of [...right]) take(null, operation);
  return pairs;
}

function routeOf({ method, shape }: ContractOperation): string {
  return `${method} ${shape}`;
}

function idOf({ value }: ContractOperation): string | null {
  return typeof value['operationId'] === 'string' ? value['operationId'] : null;
}

/** Operations by key; null where several share it. */
function unique(
  operations: readonly ContractOperation[],
  keyOf: (operation: ContractOperation) => string | null,
): ReadonlyMap<string, ContractOperation | null> {
  const found = new Map<string, ContractOperation | null>();
  for (const operation of operations) {
    const key = keyOf(operation);
    if (key !== null) found.set(key, found.has(key) ? null : operation);
  }
  return found;
}
