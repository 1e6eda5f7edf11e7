import { Work } from '../aspect.js';
import { compareMembers } from '../compare-members.js';
import type { Comparison } from '../comparison.js';
import type { Pair } from '../pair.js';
import { compareParameters } from './compare-parameters.js';
import { compareSecurity } from './compare-security.js';
import { contractOperations, type ContractOperation } from './contract-operation.js';
import { operationAspects } from './operation-aspects.js';
import { operationParts, type OperationParts } from './operation-parts.js';
import { comparePathItems } from './compare-path-items.js';
import { pairOperations } from './pair-operations.js';
import { compareInheritedServers } from './servers.js';

/** Compares the operations of two maps of path items: what they are, what they take, what they answer. */
export function compareOperations(
  items: Pair,
  comparison: Comparison,
  { inbound, word }: { readonly inbound: boolean; readonly word: string },
): readonly OperationParts[] {
  const old = contractOperations(items.old, items.oldAt);
  const next = contractOperations(items.new, items.newAt);
  const found = pairOperations(old, next, comparison).flatMap((pair) => {
    const shown = pair.new ?? pair.old;
    if (shown === null) return [];
    // A run of the old contract knows an operation by its old id.
    const id = (pair.old ?? shown).value['operationId'];
    const name = [word, shown.method.toUpperCase(), shown.path].filter((one) => one !== '').join(' ');
    const parts = operationParts(name, typeof id === 'string' ? id : null, inbound);
    return [parts, ...compareOperation(pair, parts, comparison, items)];
  });
  comparePathItems(items, comparison);
  return found;
}

function compareOperation(
  { old, new: next }: { readonly old: ContractOperation | null; readonly new: ContractOperation | null },
  parts: OperationParts,
  comparison: Comparison,
  items: Pair,
): readonly OperationParts[] {
  const pair: Pair = {
    old: old?.value,
    new: next?.value,
    oldAt: old?.pointer ?? items.oldAt,
    newAt: next?.pointer ?? items.newAt,
    place: [items.place, (old ?? next)?.method.toUpperCase(), (old ?? next)?.shape].join(' ').trim(),
  };
  if (old === null || next === null) {
    const key = parts.operation;
    comparison.note(parts.request, 'same', old === null ? 'operation-added' : 'operation-removed', pair, {
      key,
      before: null,
      after: null,
    });
    return [];
  }
  if (old.method !== next.method || old.shape !== next.shape) {
    const [before, after] = [old, next].map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    comparison.note(parts.request, 'same', 'operation-moved', pair, { before, after });
  }
  const callbacks: OperationParts[] = [];
  const [work, sides] = [new Work(pair, parts.request, comparison), { old, new: next, parts, callbacks }];
  compareParameters(work, sides);
  compareSecurity(work);
  if (!parts.inbound) compareInheritedServers(work, itemPair(old, next, items.place));
  compareMembers(work, operationAspects(sides));
  return callbacks;
}

/** The path items that two versions of an operation stand in. */
function itemPair(old: ContractOperation, next: ContractOperation, place: string): Pair {
  return {
    ...{ old: old.item, new: next.item, oldAt: old.itemPointer, newAt: next.itemPointer },
    place: `${place} ${old.shape}`.trim(),
  };
}
