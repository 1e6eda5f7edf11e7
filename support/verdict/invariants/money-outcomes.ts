import type { FindingLevel } from '../../judgement/provenance.js';
import type { DifferenceClass } from '../../reconciliation/differences/difference-codes.js';
import type { Reconciliation } from '../../reconciliation/reconcile.js';
import type { InvariantOutcome } from '../invariant.js';

/** What each class of differences breaks. */
interface MoneyRule {
  readonly id: string;
  readonly title: string;
  readonly class: DifferenceClass;
  readonly level: FindingLevel;
}

const rules: readonly MoneyRule[] = [
  {
    id: 'money-conserved',
    title: 'Every change of a balance is a movement, and every movement is booked and listed once',
    class: 'fail',
    level: 'fail',
  },
  { id: 'money-clear', title: 'No movement of money needs a person to look at it', class: 'review', level: 'review' },
  {
    id: 'money-decided',
    title: 'Every difference of money could be decided from what was read',
    class: 'undetermined',
    level: 'review',
  },
];

/** Permanent ids of what money must keep. */
export const moneyInvariantIds: readonly string[] = rules.map(({ id }) => id);

/** What reconciliation says as invariants: put to the test by every balance and every record that was compared. */
export function moneyOutcomes({ differences, counts, dataSets }: Reconciliation): InvariantOutcome[] {
  const evaluated =
    counts.readings + dataSets.reduce((sum, { movements, records }) => sum + Math.max(movements, records), 0);
  return rules.map(({ class: wanted, ...rule }) => ({
    ...rule,
    provenance: 'documented',
    source: 'docs/guide-reconcile-transactions-and-fees',
    evaluated,
    violations: differences
      .filter((difference) => difference.class === wanted)
      .map(({ code, message, exchangeIds }) => ({ exchangeIds, message: `${code}: ${message}` })),
  }));
}
