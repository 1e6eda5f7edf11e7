import type { Exchange, Json } from '../../trace/exchange.js';
import { answered, at, inWords, isAccepted, isRefused, numberMember, tookEffect } from '../../verdict/checks/answer.js';
import { cardholderStatus, type CardholderStatusWord } from '../../verdict/checks/status-words.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { preconditionNotMet } from '../stop-scenario.js';
import { syntheticPerson, type SyntheticPerson } from '../synthetic-person.js';
import { CardholderReview } from './cardholder-review.js';
import { wayTo } from './cardholder-way.js';
import { keepId, Remembered } from './remembered.js';
import { ReviewWatch } from './review-watch.js';

/** What a scenario does with cardholders. "The cardholder" is the one made last. */
export class Cardholders {
  private readonly current = new Remembered<number>('a cardholder');
  private decisions = new ReviewWatch();
  private readonly person = new Remembered<SyntheticPerson>('a cardholder');

  /** Waits for what becomes of the cardholder. */
  readonly review: CardholderReview;

  constructor(private readonly scope: ScenarioScope) {
    this.review = new CardholderReview(
      scope,
      () => this.read(),
      (read) => this.decisions.decidedByItself(read),
    );
  }

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
    this.decisions = new ReviewWatch();
    const id = at(answered(exchange), '/cardholderId');
    keepId(this.current, id, exchange);
    return exchange;
  }

  /** Tries to create a cardholder whose first name is out of bounds. Source: docs/guide-onboard-a-cardholder. */
  async createNamed(length: number): Promise<Exchange> {
    const person = syntheticPerson(this.scope.random, this.scope.nextLabel());
    const body = { ...person, firstName: 'A'.repeat(length) };
    return this.scope.callInvalid('createCardholder', { body }, `a firstName of ${String(length)} characters`);
  }

  /** Tries to create a cardholder without a first name. Source: docs/guide-onboard-a-cardholder. */
  async createNameless(): Promise<Exchange> {
    const person = Object.entries(syntheticPerson(this.scope.random, this.scope.nextLabel()));
    const body = Object.fromEntries(person.filter(([name]) => name !== 'firstName'));
    return this.scope.callInvalid('createCardholder', { body }, 'a cardholder has a first name');
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
    this.decisions.wasSubmitted();
    // No run label: the journal of intents names those, and a token is a secret.
    const token = `share-${Math.floor(this.scope.random() * 2 ** 48)
      .toString(16)
      .padStart(12, '0')}`;
    return this.scope.call('submitSumsubToken', { path: this.path, body: { token } });
  }

  /** Submits for review. */
  async submit(): Promise<Exchange> {
    this.decisions.wasSubmitted();
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
    const seen = isRefused(refresh) ? [] : (await this.review.awaitReopened()).exchanges;
    const declined = seen.every((read) => numberMember(read, 'status') === cardholderStatus['Compliance Decline']);
    const again = declined ? [await this.submit()] : [];
    return [refresh, ...seen, ...again, ...(await this.review.awaitStatus('Under Review')).exchanges];
  }

  /** Asks for a replacement link, and submits again where that is refused (C-02). */
  async tryAgain(): Promise<readonly Exchange[]> {
    const refresh = await this.refreshLink();
    return isRefused(refresh) ? [refresh, await this.submit()] : [refresh];
  }

  /** Forces the review's result. */
  async force(result: 'pass' | 'fail'): Promise<Exchange> {
    const exchange = await this.scope.call('simulateKycResult', { body: { cardholderId: this.id, result } });
    if (tookEffect(exchange)) this.decisions.wasForced(result);
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
    const { exchanges } = await this.review.awaitLeft('Pending');
    for (const read of exchanges) this.review.stopIfDecided(read, what);
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
    this.review.stopIfDecided(exchange, 'the review to stay open');
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

  /** The answer with a read of the cardholder behind it, where it was accepted. */
  async withRead(answer: Exchange): Promise<readonly Exchange[]> {
    return isAccepted(answer) ? [answer, await this.read()] : [answer];
  }

  private get path() {
    return { cardholderId: this.id };
  }
}
