import type { CallInput } from '../../client/client.js';
import { holdsLabel } from '../../trace/mask/label.js';

/**
 * True for the input of a call that holds what is left of a masked value: a label, or a number made from one. A resumed
 * scenario builds such an input where a step passes on what an earlier answer said.
 */
export function lacksValue(input: CallInput): boolean {
  return isLeftOver(input);
}

function isLeftOver(value: unknown): boolean {
  if (typeof value === 'number') return Number.isNaN(value);
  if (typeof value === 'string') return holdsLabel(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(isLeftOver);
}
