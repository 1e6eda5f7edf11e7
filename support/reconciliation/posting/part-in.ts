import type { Amounts } from '../holder.js';
import type { Leg } from '../movements/movement.js';

/**
 * The deposit of which a reading shows a part become available: it is on the ledger balance since an earlier reading, and more of
 * it is still to come. That all of it comes at once no page says ("both increase, or converge"). Null where no deposit explains it.
 * Source: docs/funding-and-deposits.
 */
export function partIn({ ledger, available }: Amounts, open: readonly Leg[]): Leg | null {
  if (ledger !== 0 || available <= 0) return null;
  const isBooked = ({ movement }: Leg): boolean =>
    !open.some((other) => other.movement === movement && other.book === 'ledger');
  const part = open.find((leg) => leg.book === 'available' && isDeposit(leg) && leg.delta > available && isBooked(leg));
  return part ?? null;
}

function isDeposit({ movement: { kind } }: Leg): boolean {
  return kind === 'crypto-deposit' || kind === 'bank-deposit';
}
