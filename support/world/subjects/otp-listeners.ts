import type { Exchange, Json } from '../../trace/exchange.js';
import { answered, asText, at, inWords, isAccepted, isRefused } from '../../verdict/checks/answer.js';
import { expiryOf, showsCode, showsLapse } from '../../verdict/checks/otp-checks.js';
import type { Waited } from '../eventually.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { codeLapsed, notApplicable, preconditionNotMet, requireWritten } from '../stop-scenario.js';
import { openWebhookReceiver, type WebhookReceiver } from '../webhook-receiver.js';
import type { Cardholders } from './cardholders.js';
import type { Cards } from './cards.js';
import { Remembered } from './remembered.js';

/** How long a callback that should not come is waited for, in first pauses of a poll: the code itself has come by then. */
const moment = 3;

/** How long a code that should not come is waited for at most, seconds. */
const patience = 60;

/** What a scenario does with 3-D Secure subscriptions and codes. */
export class OtpListeners {
  private readonly token = new Remembered<string>('a subscription');
  private readonly ended = new Remembered<string>('an ended subscription');
  private readonly subscription = new Remembered<Exchange>('an answer to a subscription');
  /** The subscription of a first card, with which no purchase is made, and its token. */
  private readonly first = new Remembered<Exchange>('a subscription of a first card');
  private readonly firstToken = new Remembered<string>('a subscription of a first card');
  private readonly receiver = new Remembered<WebhookReceiver>('a callback receiver');

  constructor(
    private readonly scope: ScenarioScope,
    private readonly cardholders: Cardholders,
    private readonly cards: Cards,
  ) {}

  /**
   * Subscribes the card; keeps the token when the target accepts it. Where an Active card is refused, the target may take
   * the cardholder only (E-06).
   */
  async subscribe(details: Readonly<Record<string, Json>> = {}): Promise<Exchange> {
    this.scope.requireCapability('threeDSecure');
    const byCard = await this.scope.call('subscribeOtp', { body: { cardId: this.cards.id, ...details } });
    if (!isRefused(byCard) || !(await this.cards.isActive())) return this.keepToken(byCard);
    const body = { cardholderId: this.cardholders.id, ...details };
    return this.keepToken(await this.scope.call('subscribeOtp', { body }));
  }

  /** Subscribes by cardholder, the legacy form. */
  async subscribeByCardholder(): Promise<Exchange> {
    this.scope.requireCapability('threeDSecure');
    return this.keepToken(await this.scope.call('subscribeOtp', { body: { cardholderId: this.cardholders.id } }));
  }

  /** Tries to subscribe without a card or a cardholder: pages differ in which of them is required, and one is (C-08). */
  async subscribeNobody(): Promise<Exchange> {
    this.scope.requireCapability('threeDSecure');
    return this.scope.callInvalid('subscribeOtp', { body: {} }, 'a subscription names a card or a cardholder');
  }

  /** Brings about a subscription of the card. */
  async bringAbout(): Promise<void> {
    const exchange = await this.subscribe();
    if (!isAccepted(exchange)) throw preconditionNotMet('a subscription', inWords(exchange));
  }

  /** Issues one more card to the cardholder, which is "the card" from then on, and subscribes it; the first one stays subscribed. */
  async bringAboutForSecondCard(): Promise<void> {
    this.first.keep(this.subscription.get());
    this.firstToken.keep(this.token.get());
    await this.cards.issueIn('virtual', 'Active');
    await this.bringAbout();
  }

  /** The answer that subscribed the first card. */
  get firstSubscription(): Exchange {
    return this.first.get();
  }

  /** Reads the subscription of the first card. */
  async readFirst(): Promise<Exchange> {
    return this.scope.call('getOtp', { path: { token: this.firstToken.get() } });
  }

  /** Starts the callback receiver and subscribes the card with its address. */
  async bringAboutWithCallback(): Promise<void> {
    const { webhookUrl, webhookListen } = this.scope.run.target.profile;
    if (webhookUrl === null)
      throw notApplicable('the profile names no callback address (webhookUrl): this Program polls');
    const receiver = this.receiver.keep(await openWebhookReceiver(webhookUrl, webhookListen, this.scope));
    const exchange = await this.subscribe({ webhookUrl: receiver.url });
    if (!isAccepted(exchange)) throw preconditionNotMet('a subscription with a callback', inWords(exchange));
  }

  /** Brings about a subscription; with a callback address where the Program has one. */
  async bringAboutCalledBack(): Promise<void> {
    if (this.scope.run.target.profile.webhookUrl === null) await this.bringAbout();
    else await this.bringAboutWithCallback();
  }

  /** The answer to the subscription that was ended. */
  get endedSubscription(): Exchange {
    return this.first.get();
  }

  /** The callback that comes in a moment, though its subscription was ended; none where nobody is to be called back. */
  async strayCallbacks(): Promise<readonly Exchange[]> {
    const callback = await this.receiver.peek()?.next(moment * this.scope.run.target.profile.timing.pollInitialMs);
    return callback === undefined ? [] : [callback];
  }

  /** Ends the subscription. */
  async unsubscribe(): Promise<Exchange> {
    this.first.keep(this.subscription.get());
    return this.scope.call('unsubscribeOtp', { path: { token: this.ended.keep(this.token.get()) } });
  }

  /**
   * Reads the subscription that was ended. Where the new one has its token (U-05), that one is ended as well and another purchase made:
   * the code of the first has shown that one would come.
   */
  async readEnded(): Promise<readonly Exchange[]> {
    const path = { token: this.ended.get() };
    if (this.token.get() !== path.token) return [await this.scope.call('getOtp', { path })];
    const ended = await this.scope.call('unsubscribeOtp', { path });
    await this.challenge();
    const seconds = Math.min(patience, this.scope.run.target.profile.timing.otpSeconds / 10);
    const { exchanges } = await this.poll('a code that should not come', showsCode, seconds);
    return [ended, ...exchanges.slice(-1)];
  }

  /** Starts a purchase that asks for a code. */
  async challenge(): Promise<void> {
    const path = { cardId: this.cards.id };
    const body = { amount: '10.00', merchantName: 'Certification Shop' };
    await this.scope.callAccepted('the purchase to be simulated', 'simulateOtpChallenge', { path, body });
  }

  /** Reads the subscription once. */
  async read(): Promise<Exchange> {
    return this.scope.call('getOtp', { path: { token: this.token.get() } });
  }

  /** Polls until a code is there. One that lapses by itself before it is read makes the scenario inconclusive. */
  async awaitCode(): Promise<Waited> {
    const waited = await this.awaitCodeOrLapse();
    if (waited.exchanges.slice(-1).some(showsLapse)) throw codeLapsed();
    return waited;
  }

  /** Reads a code and on until it has lapsed; one that lapses by itself before it is read is accepted as it comes. */
  async leaveToLapse(): Promise<readonly Exchange[]> {
    const arrived = await this.awaitCodeOrLapse();
    if (arrived.exchanges.slice(-1).some(showsLapse)) return arrived.exchanges;
    const lapsed = await this.awaitExpiry(expiryOf(arrived.exchanges));
    return [...arrived.exchanges, ...lapsed.exchanges];
  }

  private async awaitCodeOrLapse(): Promise<Waited> {
    return this.poll('the code', (exchange) => showsCode(exchange) || showsLapse(exchange));
  }

  /** Polls, after a code was there, until its expiry has passed on the target's own clock and it is served no more. */
  private async awaitExpiry(expiresAt: number): Promise<Waited> {
    return this.poll('the code to lapse', (exchange) => {
      const now = Date.parse(exchange.response?.headers['date'] ?? '') / 1000;
      return !showsCode(exchange) && now > expiresAt;
    });
  }

  /**
   * Waits for the callback; an empty list when none came in time. Where calls were posted to other paths meanwhile, a forwarder
   * of ours may have rewritten the path, and the target is not to be blamed for it.
   */
  async awaitCallback(): Promise<readonly Exchange[]> {
    // A callback of a stopped run went to a receiver that is gone: that none comes now would say nothing.
    requireWritten(this.token.get(), 'the token of the subscription');
    const { otpSeconds } = this.scope.run.target.profile.timing;
    const receiver = this.receiver.get();
    const callback = await receiver.next(otpSeconds * 1000);
    if (callback === undefined && receiver.strays() > 0) {
      const received = `${String(receiver.strays())} posted to other paths (see the log): forward path and query unchanged`;
      throw preconditionNotMet('a callback at the path of webhookUrl', received);
    }
    return callback === undefined ? [] : [callback];
  }

  /** Ends the receiver, if one was started. */
  async close(): Promise<void> {
    await this.receiver.peek()?.close();
  }

  private async poll(
    what: string,
    until: (exchange: Exchange) => boolean,
    deadlineSeconds = this.scope.run.target.profile.timing.otpSeconds,
  ): Promise<Waited> {
    return this.scope.wait({
      for: what,
      deadlineSeconds,
      read: async () => this.read(),
      state: (exchange) => `${inWords(exchange)}, status ${asText(at(answered(exchange), '/status'))}`,
      until,
    });
  }

  private keepToken(exchange: Exchange): Exchange {
    this.subscription.keep(exchange);
    const token = at(answered(exchange), '/token');
    if (!isAccepted(exchange)) this.token.refused(inWords(exchange));
    else if (typeof token === 'string') this.token.keep(token);
    else this.token.missed(`${inWords(exchange)} without a token`);
    return exchange;
  }
}
