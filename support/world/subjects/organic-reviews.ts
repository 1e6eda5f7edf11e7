import type { Exchange, Json } from '../../trace/exchange.js';
import { inWords, numberMember, tookEffect } from '../../verdict/checks/answer.js';
import { cardholderStatus, type CardholderStatusWord } from '../../verdict/checks/status-words.js';
import type { Waited } from '../eventually.js';
import { pollBounds } from '../poll-schedule.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { preconditionNotMet } from '../stop-scenario.js';
import type { Cardholders } from './cardholders.js';
import type { Platform } from './platform.js';
import { Remembered } from './remembered.js';

/** What a scenario does with a review that it leaves to itself, and with whatever comes of it. */
export class OrganicReviews {
  private readonly ended = new Remembered<Waited>('a review left to itself');

  constructor(
    private readonly scope: ScenarioScope,
    private readonly cardholders: Cardholders,
    private readonly platform: Platform,
  ) {}

  /** Submits the cardholder, forces nothing, and polls until the review has ended or the deadline has come. */
  async leaveAlone(): Promise<void> {
    const submission = await this.cardholders.submit();
    if (!tookEffect(submission)) throw preconditionNotMet('the submission for review', inWords(submission));
    this.ended.keep(await this.cardholders.review.awaitSettled());
  }

  /** The reads that show how the review went. */
  get tellingReads(): readonly Exchange[] {
    return this.ended.get().exchanges;
  }

  /** Every read, for its time. */
  get everyRead(): readonly Exchange[] {
    return this.ended.get().reads;
  }

  /** What the reads' times are held against: the bounds of the profile, and when the wait began and had to end. */
  get schedule(): Readonly<Record<string, Json>> {
    const { startedAt, deadlineSeconds } = this.ended.get().record;
    return { ...pollBounds(this.scope.run.target.profile.timing), startedAt, deadlineSeconds };
  }

  /** Does what one outcome asks for, if it is the one that came. */
  async ifEnded(status: CardholderStatusWord, act: () => Promise<void>): Promise<void> {
    const [final] = this.lastRead;
    if (final !== undefined && numberMember(final, 'status') === cardholderStatus[status]) await act();
  }

  /** Takes an admin decline to support; the read that shows it, and every call made since. */
  async takeToSupport(): Promise<readonly Exchange[]> {
    return this.sinceTheEnd(async () => {
      await this.raiseTicket('The review ended in an admin decline (status 7).');
      await this.cardholders.read();
    });
  }

  /** Submits again after an error; where that does not lead out of it, raises a ticket. Gives every read and call. */
  async answerError(): Promise<readonly Exchange[]> {
    const submission = await this.cardholders.submit();
    const waited = await this.cardholders.review.awaitLeft('Error');
    const calls = [...this.lastRead, submission, ...waited.exchanges];
    return waited.met ? calls : [...calls, await this.raiseTicket('The review ended in an error (status 6).')];
  }

  private get lastRead(): readonly Exchange[] {
    return this.tellingReads.slice(-1);
  }

  private async sinceTheEnd(act: () => Promise<void>): Promise<readonly Exchange[]> {
    const begun = this.scope.sent.length;
    await act();
    return [...this.lastRead, ...this.scope.sent.slice(begun)];
  }

  private async raiseTicket(message: string): Promise<Exchange> {
    return this.platform.raiseTicket(this.cardholders.id, 'Compliance review', message);
  }
}
