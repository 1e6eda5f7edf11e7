import { segmentsOf } from '../../json/json-pointer.js';
import type { ContractChange } from '../contract/contract-change.js';
import type { ApprovableChange } from './approvable-change.js';

/**
 * A change of the contract as approvals see it. Its members are every name on its way in both files, the names of its place,
 * and the last word of its sentence, where the rules about required members put the name.
 */
export function ofContractChange(change: ContractChange): ApprovableChange {
  const { fingerprint, class: worst, rule, words, place, old, new: next } = change;
  const last = words.split(' ').at(-1) ?? '';
  const names = [...segmentsOf(old.pointer), ...segmentsOf(next.pointer), ...place.split(/[^\w-]+/), last];
  return { fingerprint, class: worst, rule, words, members: [...new Set(names)], rows: [] };
}
