import type { Exchange } from '../../trace/exchange.js';
import { inWords, numberMember } from '../../verdict/checks/answer.js';
import { cardholderStatus, settledReview, type CardholderStatusWord } from '../../verdict/checks/status-words.js';
import type { Wait, Waited } from '../eventually.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { decidedByItself, preconditionNotMet } from '../stop-scenario.js';

/** Waits for what becomes of a scenario's cardholder. What the platform decides by itself ends a scenario that needs it open. */
export class CardholderReview {
  constructor(
    private readonly scope: ScenarioScope,
    /** Reads the cardholder. */
    private readonly read: () => Promise<Exchange>,
    /** What the platform decided by itself, as a read shows it; null where it did not. */
    private readonly ownDecision: (read: Exchange) => string | null,
  ) {}

  /**
   * Polls until the status is reached or the deadline has passed. Where the platform decides by itself while the status
   * waited for is an open one, the scenario is inconclusive.
   */
  async awaitStatus(status: CardholderStatusWord): Promise<Waited> {
    const wanted = cardholderStatus[status];
    if (!settledReview.includes(wanted)) return this.awaitUndecided(status, 'at once');
    return this.scope.wait(this.statusWait(`cardholder status ${status}`, (seen) => seen === wanted));
  }

  /** Polls until the review has ended, whichever way. */
  async awaitSettled(): Promise<Waited> {
    return this.scope.wait(this.statusWait('the review to end', (status) => settledReview.includes(status)));
  }

  /** Polls, for a minute at most, until the status is another one. */
  async awaitLeft(status: CardholderStatusWord): Promise<Waited> {
    const left = cardholderStatus[status];
    return this.scope.wait({
      ...this.statusWait(`cardholder status ${status} to be left`, (seen) => seen !== left),
      deadlineSeconds: Math.min(60, this.scope.run.target.profile.timing.kycSeconds),
    });
  }

  /** Polls, for half a minute at most, until a declined review has left its status. */
  async awaitReopened(): Promise<Waited> {
    const still: readonly number[] = [cardholderStatus['Compliance Decline'], cardholderStatus.Pending];
    return this.scope.wait({
      ...this.statusWait('the review to reopen', (status) => !still.includes(status)),
      deadlineSeconds: Math.min(30, this.scope.run.target.profile.timing.kycSeconds),
    });
  }

  /**
   * Polls for a status that a scenario builds on, the first time after a wait, since what comes before it is looked at where
   * the way there is the subject; anything else makes the scenario inconclusive.
   */
  async arriveAt(status: CardholderStatusWord): Promise<void> {
    const { met, record } = await this.awaitUndecided(status, 'after a wait');
    if (met) return;
    const last = record.timeline.at(-1)?.state ?? 'nothing';
    throw preconditionNotMet(`a cardholder ${status}`, `${last} when ${String(record.deadlineSeconds)} s were over`);
  }

  /**
   * Polls for the open review of a cardholder that a scenario needs in status `end`. True where the platform has ended it
   * there by itself; any other end of its own makes the scenario inconclusive. Source: docs/sandbox-overview.
   */
  async openOrEnded(end: CardholderStatusWord): Promise<boolean> {
    const open = cardholderStatus['Under Review'];
    const { exchanges, met, record } = await this.scope.wait({
      ...this.statusWait('the review to open', (seen) => seen === open || settledReview.includes(seen)),
      firstRead: 'after a wait',
    });
    for (const read of exchanges.slice(-1)) {
      if (met && numberMember(read, 'status') === cardholderStatus[end]) return true;
      this.stopIfDecided(read, 'the review to open');
    }
    if (!met) throw preconditionNotMet('a cardholder Under Review', record.timeline.at(-1)?.state ?? 'nothing');
    return false;
  }

  /** Polls for a status; a settled one that nobody forced ends the scenario. */
  private async awaitUndecided(
    status: CardholderStatusWord,
    firstRead: NonNullable<Wait['firstRead']>,
  ): Promise<Waited> {
    const what = `cardholder status ${status}`;
    const wait = this.statusWait(what, (seen) => seen === cardholderStatus[status]);
    const waited = await this.scope.wait({
      ...wait,
      until: (read) => wait.until(read) || this.ownDecision(read) !== null,
      firstRead,
    });
    for (const read of waited.exchanges.slice(-1)) this.stopIfDecided(read, what);
    return waited;
  }

  /** Ends the scenario as inconclusive where a read shows what the platform decided by itself. */
  stopIfDecided(read: Exchange, what: string): void {
    const decided = this.ownDecision(read);
    if (decided !== null) throw decidedByItself(decided, what);
  }

  private statusWait(what: string, until: (status: number) => boolean) {
    return {
      for: what,
      deadlineSeconds: this.scope.run.target.profile.timing.kycSeconds,
      read: this.read,
      state: (exchange: Exchange) => `status ${String(numberMember(exchange, 'status') ?? inWords(exchange))}`,
      until: (exchange: Exchange) => {
        const status = numberMember(exchange, 'status');
        return status !== undefined && until(status);
      },
    };
  }
}
