import { isObject, pointerOf, type JsonObject } from '../../../json/json-pointer.js';
import type { Comparison } from '../comparison.js';
import type { ContractOperation } from './contract-operation.js';

/** A parameter of an operation as it counts: its own, or one it shares with its path item. */
export interface EffectiveParameter {
  /** Where it is listed. */
  readonly at: string;
  /** As listed, perhaps a reference. */
  readonly listed: unknown;
  readonly value: JsonObject;
  readonly required: boolean;
  /** Such as `query limit`; path parameters by their position in the path, for their names travel nowhere. */
  readonly key: string;
  /** Such as `query limit`, with the name of a path parameter. */
  readonly name: string;
}

/** Lists the parameters of an operation; its own win over those of its path item. */
export function effectiveParameters(
  operation: ContractOperation,
  side: 'old' | 'new',
  comparison: Comparison,
): ReadonlyMap<string, EffectiveParameter> {
  const found = new Map<string, EffectiveParameter>();
  for (const [at, list] of parameterLists(operation)) {
    for (const [index, listed] of list.entries()) {
      const parameter = parameterOf(operation, at + pointerOf(index), listed, side, comparison);
      found.set(parameter.key, parameter);
    }
  }
  return found;
}

/** The lists an operation's parameters stand in, the path item's first, with their pointers. */
function parameterLists(operation: ContractOperation): readonly (readonly [string, readonly unknown[]])[] {
  const holders = [
    [operation.itemPointer, operation.item['parameters']],
    [operation.pointer, operation.value['parameters']],
  ] as const;
  return holders.flatMap(([at, list]) =>
    Array.isArray(list) ? [[at + pointerOf('parameters'), list as readonly unknown[]] as const] : [],
  );
}

function parameterOf(
  operation: ContractOperation,
  at: string,
  listed: unknown,
  side: 'old' | 'new',
  comparison: Comparison,
): EffectiveParameter {
  const pair = { old: undefined, new: undefined, oldAt: at, newAt: at, place: '', [side]: listed };
  const resolved = comparison.resolved(pair)[side];
  const value = isObject(resolved) ? resolved : {};
  const [where, name] = [String(value['in']), String(value['name'])];
  const position = [...operation.path.matchAll(/\{([^}]*)\}/g)].findIndex(([, held]) => held === name);
  return {
    ...{ at, listed, value, required: value['required'] === true, name: `${where} ${name}` },
    key:
      where === 'path' && position >= 0
        ? `path #${position + 1}`
        : `${where} ${where === 'header' ? name.toLowerCase() : name}`,
  };
}
