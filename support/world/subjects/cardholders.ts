import type { Exchange, Json } from '../../trace/exchange.js';
import { answered, at, inWords, isAccepted, isRefused, numberMember, tookEffect } from '../../verdict/checks/answer.js';
import { cardholderStatus, settledReview, type CardholderStatusWord } from '../../verdict/checks/status-words.js';
import type { Waited } from '../eventually.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { decidedByItself, preconditionNotMet } from '../stop-scenario.js';
import { syntheticPerson, type SyntheticPerson } from '../synthetic-person.js';
import { wayTo } from './cardholder-way.js';
import { keepId, Remembered } from './remembered.js';
import { ReviewWatch } from './review-watch.js';

/** What a scenario does with cardholders. "The cardholder" is the one made last. */
export class Cardholders {
  private readonly current = new Remembered<number>('a cardholder');
  private review = new ReviewWatch();
  private readonly person = new Remembered<SyntheticPerson>('a cardholder');

  constructor(private readonly scope: ScenarioScope) {}

  /** The cardholder's id. */
  get id(): number {
    return this.current.get();
  }

  /** Creates a synthetic cardholder, with these details where given; keeps it when the target accepts it. */
  async create(details: Partial<SyntheticPerson> = {}): Promise<Exchange> {
    const person = this.person.keep({
      ...syntheticPerson(this.scope.random, this.scope.nextLabel()),
      ...details,
    });
    const exchange = await this.scope.call('createCardholder', { body: person });
    this.review = new ReviewWatch();
    const id = at(answered(exchange), '/cardholderId');
    keepId(this.current, id, exchange);
    return exchange;
  }

  /** Brings about a cardholder in the status, by ordinary calls and the documented simulation. */
  async bringTo(status: CardholderStatusWord, details: Partial<SyntheticPerson> = {}): Promise<void> {
    for (const step of wayTo(this, status, details)) await step();
  }

  /** Brings about a draft that is to be reviewed by token. Source: reference/post_cardholders. */
  async bringToSumsubRoute(): Promise<void> {
    this.scope.requireCapability('sumsub');
    await this.bringTo('Draft', { sumsubEnabled: 1 });
  }

  /** Hands over a made-up SumSub token. */
  async submitToken(): Promise<Exchange> {
    this.review.wasSubmitted();
    // No run label: the journal of intents names those, and a token is a secret.
    const token = `share-${Math.floor(this.scope.random() * 2 ** 48)
      .toString(16)
      .padStart(12, '0')}`;
    return this.scope.call('submitSumsubToken', { path: this.path, body: { token } });
  }

  /** Submits for review. */
  async submit(): Promise<Exchange> {
    this.review.wasSubmitted();
    return this.scope.call('submitKyc', { path: this.path });
  }

  /** Asks for a replacement link. */
  async refreshLink(): Promise<Exchange> {
    return this.scope.call('refreshKycUrl', { path: this.path });
  }

  /**
   * Reopens a declined review: by a replacement link, or, where that is refused or the status stays declined, by
   * submitting again. Which of the two works is an open question (C-02); the calls and reads it gives tell.
   */
  async reopen(): Promise<readonly Exchange[]> {
    const refresh = await this.refreshLink();
    const seen = isRefused(refresh) ? [] : (await this.awaitReopening()).exchanges;
    const declined = seen.every((read) => numberMember(read, 'status') === cardholderStatus['Compliance Decline']);
    const again = declined ? [await this.submit()] : [];
    return [refresh, ...seen, ...again, ...(await this.awaitStatus('Under Review')).exchanges];
  }

  /** Asks for a replacement link, and submits again where that is refused (C-02). */
  async tryAgain(): Promise<readonly Exchange[]> {
    const refresh = await this.refreshLink();
    return isRefused(refresh) ? [refresh, await this.submit()] : [refresh];
  }

  /** Polls, for half a minute at most, until a declined review has left its status. */
  private async awaitReopening(): Promise<Waited> {
    const still: readonly number[] = [cardholderStatus['Compliance Decline'], cardholderStatus.Pending];
    return this.scope.wait({
      ...this.statusWait('the review to reopen', (status) => !still.includes(status)),
      deadlineSeconds: Math.min(30, this.scope.run.target.profile.timing.kycSeconds),
    });
  }

  /** Forces the review's result. */
  async force(result: 'pass' | 'fail'): Promise<Exchange> {
    const exchange = await this.scope.call('simulateKycResult', { body: { cardholderId: this.id, result } });
    if (tookEffect(exchange)) this.review.wasForced(result);
    return exchange;
  }

  /**
   * Forces the result of an open review. Where the platform has already decided by itself, the forced result comes too
   * late and the scenario is inconclusive; so it is where no answer came. Any other refusal is the target's word.
   */
  async decide(result: 'pass' | 'fail'): Promise<Exchange> {
    const exchange = await this.force(result);
    if (tookEffect(exchange)) return exchange;
    const what = `the review result ${result} to be forced`;
    if (!isRefused(exchange)) throw preconditionNotMet(what, inWords(exchange));
    const { exchanges } = await this.awaitLeft('Pending');
    for (const read of exchanges) this.stopIfDecided(read, what);
    return exchange;
  }

  /** Forces a result word the platform does not know, or a cardholder it does not have. */
  async forceInvalid(body: Json, why: string): Promise<Exchange> {
    return this.scope.callInvalid('simulateKycResult', { body }, why);
  }

  /** Reads the cardholder. */
  async read(): Promise<Exchange> {
    return this.scope.call('getCardholder', { path: this.path });
  }

  /** Reads a cardholder whose review nobody decided; where the platform did so by itself, the scenario is inconclusive. */
  async readUndecided(): Promise<Exchange> {
    const exchange = await this.read();
    this.stopIfDecided(exchange, 'the review to stay open');
    return exchange;
  }

  /** What is refused while a review is open may be accepted once the platform has decided by itself: that is looked up. */
  async excuseAcceptance(answers: readonly Exchange[]): Promise<void> {
    if (answers.some(isAccepted)) await this.readUndecided();
  }

  /** Changes one member; the calling code goes along because the reference requires it (E-08). */
  async edit(member: string, value: string): Promise<Exchange> {
    const { callingCode } = this.person.get();
    return this.scope.call('updateCardholder', {
      path: this.path,
      body: { callingCode, [member]: value },
    });
  }

  /** Changes the limit, minor units; whether that is possible in every status is open (E-05). */
  async limitTo(transactionLimit: number): Promise<Exchange> {
    const { callingCode } = this.person.get();
    return this.scope.call('updateCardholder', { path: this.path, body: { callingCode, transactionLimit } });
  }

  /**
   * Polls until the status is reached or the deadline has passed. Where the platform decides by itself while the status
   * waited for is an open one, the scenario is inconclusive.
   */
  async awaitStatus(status: CardholderStatusWord): Promise<Waited> {
    const wanted = cardholderStatus[status];
    if (!settledReview.includes(wanted)) return this.awaitUndecided(status);
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

  private get path() {
    return { cardholderId: this.id };
  }

  private statusWait(what: string, until: (status: number) => boolean) {
    return {
      for: what,
      deadlineSeconds: this.scope.run.target.profile.timing.kycSeconds,
      read: async () => this.read(),
      state: (exchange: Exchange) => `status ${String(numberMember(exchange, 'status') ?? inWords(exchange))}`,
      until: (exchange: Exchange) => {
        const status = numberMember(exchange, 'status');
        return status !== undefined && until(status);
      },
    };
  }

  /** Polls for a status that a scenario builds on; anything else makes the scenario inconclusive. */
  async arriveAt(status: CardholderStatusWord): Promise<void> {
    const { met, record } = await this.awaitUndecided(status);
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
    const { exchanges, met, record } = await this.scope.wait(
      this.statusWait('the review to open', (seen) => seen === open || settledReview.includes(seen)),
    );
    for (const read of exchanges.slice(-1)) {
      if (met && numberMember(read, 'status') === cardholderStatus[end]) return true;
      this.stopIfDecided(read, 'the review to open');
    }
    if (!met) throw preconditionNotMet('a cardholder Under Review', record.timeline.at(-1)?.state ?? 'nothing');
    return false;
  }

  /** Polls for a status; a settled one that nobody forced ends the scenario. */
  private async awaitUndecided(status: CardholderStatusWord): Promise<Waited> {
    const what = `cardholder status ${status}`;
    const wait = this.statusWait(what, (seen) => seen === cardholderStatus[status]);
    const waited = await this.scope.wait({
      ...wait,
      until: (read) => wait.until(read) || this.review.decidedByItself(read) !== null,
    });
    for (const read of waited.exchanges.slice(-1)) this.stopIfDecided(read, what);
    return waited;
  }

  private stopIfDecided(read: Exchange, what: string): void {
    const decided = this.review.decidedByItself(read);
    if (decided !== null) throw decidedByItself(decided, what);
  }
}
