import { Refusal } from '../http/refusal.js';
import type { Program } from '../program.js';
import type { Cardholder } from './cardholder.js';

/**
 * Refuses a limit above its parent's or below zero; null (not given) is fine, it inherits. Amounts in minor units.
 * Source: docs/card-programs-and-designs.
 */
export function checkLimit(limit: number | null, parent: number): void {
  if (limit === null) return;
  if (limit < 0)
    throw new Refusal('validation_failed', { problems: 'body member transactionLimit must not be negative' });
  if (limit > parent) throw new Refusal('limit_above_parent', { limit, parent });
}

/** The limit in force for a cardholder: its own, never above the Program's. */
export function cardholderLimit(program: Program, cardholder: Cardholder): number {
  const ceiling = program.settings.transactionLimit;
  return Math.min(cardholder.transactionLimit ?? ceiling, ceiling);
}
