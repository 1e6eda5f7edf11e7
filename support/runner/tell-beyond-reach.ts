import type { Contract } from '../contract/contract.js';
import { beyondReach } from '../contract/document/beyond-reach.js';

/** How many are named; the rest is counted. */
const named = 5;

/**
 * The sentence that says what of a contract no scenario sends and no rule judges, so that nobody takes a green run for its proof; null
 * where there is nothing.
 */
export function tellBeyondReach(contract: Pick<Contract, 'document'>): string | null {
  const found = beyondReach(contract.document);
  if (found.length === 0) return null;
  const rest = found.length > named ? `, and ${String(found.length - named)} more` : '';
  return `Warning: the contract describes what this harness neither sends nor judges: ${found.slice(0, named).join(', ')}${rest}`;
}
