import type { Exchange } from '../../trace/exchange.js';
import { numberMember } from '../../verdict/checks/answer.js';
import { cardholderStatus, settledReview } from '../../verdict/checks/status-words.js';

/** The status each forced result leads to. Source: docs/simulation-endpoints. */
const endOf = { pass: cardholderStatus.Approved, fail: cardholderStatus['Compliance Decline'] } as const;

/** Keeps apart what we decided about a review and what the platform decided by itself. */
export class ReviewWatch {
  private submitted = false;
  private readonly ours = new Set<number>();

  /** The cardholder was handed in for review: from now on the platform may decide. */
  wasSubmitted(): void {
    this.submitted = true;
  }

  /** A forced result was accepted: the status it leads to is our doing. */
  wasForced(result: 'pass' | 'fail'): void {
    this.ours.add(endOf[result]);
  }

  /** The settled status a read shows, in words, where nobody forced it; null otherwise. Source: docs/sandbox-overview. */
  decidedByItself(read: Exchange): string | null {
    const status = numberMember(read, 'status');
    if (!this.submitted || status === undefined || !settledReview.includes(status) || this.ours.has(status))
      return null;
    const word = Object.entries(cardholderStatus).find(([, value]) => value === status)?.[0] ?? 'unknown';
    return `status ${String(status)} (${word})`;
  }
}
