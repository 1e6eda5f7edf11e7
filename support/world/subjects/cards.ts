import type { InputOf } from '../../client/typed-call.js';
import type { Exchange } from '../../trace/exchange.js';
import {
  answered,
  asText,
  at,
  inWords,
  isAccepted,
  member,
  numberMember,
  tookEffect,
} from '../../verdict/checks/answer.js';
import { issuerCardStatus, type CardStatusWord } from '../../verdict/checks/status-words.js';
import type { Waited } from '../eventually.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { nothingMade, preconditionNotMet, requireWritten } from '../stop-scenario.js';
import type { SyntheticPerson } from '../synthetic-person.js';
import type { Cardholders } from './cardholders.js';
import { printedData } from './printed-data.js';
import { keepId, Remembered } from './remembered.js';

/** The two kinds of card. */
export type CardKind = 'virtual' | 'physical';

type CardType = NonNullable<InputOf<'issuePhysicalCard'>['body']['cardType']>;

/** The name embossed on every card of a run: nobody's. */
const nameOnCard = 'AXYS CERTIFY';

/** What a scenario does with cards. "The card" is the one issued last. */
export class Cards {
  private readonly current = new Remembered<number>('a card');
  private readonly issuance = new Remembered<Exchange>('an issued card');
  private changed: readonly Exchange[] = [];
  /** The PIN a call was made to set last, by card; a check looks whether it was accepted. */
  private readonly pins = new Map<number, string>();

  constructor(
    private readonly scope: ScenarioScope,
    private readonly cardholders: Cardholders,
  ) {}

  /** The card's id. */
  get id(): number {
    return this.current.get();
  }

  /** The answer that issued the card. */
  get issued(): Exchange {
    return this.issuance.get();
  }

  /** Requests a card for the cardholder; keeps it when the target issues it. */
  async issue(kind: CardKind): Promise<Exchange> {
    switch (kind) {
      case 'virtual':
        return this.keep(await this.scope.call('issueVirtualCard', { path: this.holder, body: this.newCard }));
      case 'physical':
        return this.issueOnSlot(0);
      default:
        return kind satisfies never;
    }
  }

  /** Requests a virtual card with a limit of its own, minor units. */
  async issueLimited(transactionLimit: number): Promise<Exchange> {
    const body = { ...this.newCard, transactionLimit };
    return this.keep(await this.scope.call('issueVirtualCard', { path: this.holder, body }));
  }

  /** Requests a physical card with the face of a design slot, 0 to 5. */
  async issueOnSlot(slot: number): Promise<Exchange> {
    this.scope.requireCapability('physicalCards');
    const body = { ...this.newCard, cardType: slot as CardType };
    return this.keep(await this.scope.call('issuePhysicalCard', { path: this.holder, body }));
  }

  /** Requests a physical card without naming a design slot. */
  async issueWithoutSlot(): Promise<Exchange> {
    this.scope.requireCapability('physicalCards');
    return this.keep(await this.scope.call('issuePhysicalCard', { path: this.holder, body: this.newCard }));
  }

  /** Brings about a card of an approved cardholder in the status. */
  async bringTo(kind: CardKind, status: CardStatusWord, holder: Partial<SyntheticPerson> = {}): Promise<void> {
    await this.cardholders.bringTo('Approved', holder);
    await this.issueIn(kind, status);
  }

  /** Brings about one more card of the cardholder, who is approved; it is "the card" from then on. */
  async issueIn(kind: CardKind, status: CardStatusWord): Promise<void> {
    const exchange = await this.issue(kind);
    if (!tookEffect(exchange)) throw preconditionNotMet(`a ${kind} card`, inWords(exchange));
    if (status !== 'Not Activated' && (await this.waitsForActivation(exchange))) await this.activateInUse();
    if (status === 'On Hold') await this.changeStatus(issuerCardStatus['On Hold']);
    await this.arriveAt(status);
  }

  /** Polls, for a minute at most, until the card is in the status that a scenario builds on. */
  private async arriveAt(status: CardStatusWord): Promise<void> {
    const { met, exchanges } = await this.awaitStatus(status);
    if (!met) throw preconditionNotMet(`a card ${status}`, exchanges.slice(-1).map(stateOf).join());
  }

  /**
   * Does what should bring the card into the status. Where it is accepted, the card is read, for a minute at most, until it is
   * there: no page says that the status follows at once.
   */
  async changeTo(status: CardStatusWord, change: () => Promise<Exchange>): Promise<Exchange> {
    const answer = await change();
    this.changed = isAccepted(answer) ? (await this.awaitStatus(status)).exchanges : [];
    return answer;
  }

  /** The reads that followed the last such change; one more where it was not accepted. */
  async readsOfChange(): Promise<readonly Exchange[]> {
    return this.changed.length > 0 ? this.changed : [await this.read()];
  }

  private async awaitStatus(status: CardStatusWord): Promise<Waited> {
    return this.scope.wait({
      for: `card status ${status}`,
      deadlineSeconds: Math.min(60, this.scope.run.target.profile.timing.kycSeconds),
      read: async () => this.read(),
      state: stateOf,
      until: (read) => numberMember(read, 'issuerCardStatus') === issuerCardStatus[status],
    });
  }

  /** Whether a new card is Not Activated: every physical one, and a virtual one under one reading of C-05. */
  private async waitsForActivation(issued: Exchange): Promise<boolean> {
    const shown = numberMember(issued, 'issuerCardStatus') ?? numberMember(await this.read(), 'issuerCardStatus');
    return shown === issuerCardStatus['Not Activated'];
  }

  private async activateInUse(): Promise<void> {
    const exchange = await this.activate();
    if (!tookEffect(exchange)) throw preconditionNotMet('an activated card', inWords(exchange));
  }

  /** The answers with a read of the card behind them, where they issued one. */
  async withRead(answers: readonly Exchange[]): Promise<readonly Exchange[]> {
    return answers.every(isAccepted) ? [...answers, await this.read()] : answers;
  }

  /** Reads the masked view. */
  async read(): Promise<Exchange> {
    return this.scope.call('getCard', { path: this.path });
  }

  /** Reads whether the card is Active. */
  async isActive(): Promise<boolean> {
    return numberMember(await this.read(), 'issuerCardStatus') === issuerCardStatus.Active;
  }

  /** Reads the details view. */
  async readDetails(): Promise<Exchange> {
    return this.scope.call('getCardDetails', { path: this.path });
  }

  /** Reads the two balances of the card, or of another one by its number. */
  async readBalance(cardId = this.id): Promise<Exchange> {
    return this.scope.call('getCardBalance', { path: { cardId } });
  }

  /** Lists the cardholder's cards. */
  async listOfCardholder(): Promise<Exchange> {
    return this.scope.call('listCards', { query: { cardholderId: this.cardholders.id } });
  }

  /**
   * Activates the card with the data the target shows, in its details or when it was issued (E-12); where it shows none,
   * activation is for a person.
   */
  async activate(): Promise<Exchange> {
    const places = [await this.readDetails(), this.issued];
    const newPin = this.pin();
    this.pins.set(this.id, String(newPin));
    return this.scope.call('activateCard', { path: this.path, body: { ...printedData(places), newPin } });
  }

  /** Asks for Active or On Hold, the two statuses that can be asked for. */
  async changeStatus(newStatus: 1 | 2): Promise<Exchange> {
    return this.scope.call('setCardStatus', { path: this.path, body: { newStatus } });
  }

  /** Asks for any status; one that can never be asked for breaks the contract on purpose. */
  async askForStatus(newStatus: number): Promise<Exchange> {
    if (newStatus === 1 || newStatus === 2) return this.changeStatus(newStatus);
    const why = `newStatus ${String(newStatus)} is never allowed`;
    return this.scope.callInvalid('setCardStatus', { path: this.path, body: { newStatus } }, why);
  }

  /** Limits the card's purchases, minor units each. */
  async limitTo(transactionLimit: number): Promise<void> {
    await this.scope.callAccepted("the card's limit to be set", 'updateCard', {
      path: this.path,
      body: { transactionLimit },
    });
  }

  /** Updates alias and limit. */
  async update(details: InputOf<'updateCard'>['body']): Promise<Exchange> {
    return this.scope.call('updateCard', { path: this.path, body: details });
  }

  /**
   * Changes the PIN from the default, the last four digits of the number, or from the one that a call has set.
   * Source: reference/put_cards-cardid-pin, docs/guide-issue-and-activate-a-physical-card.
   */
  async changePin(): Promise<Exchange> {
    const shown = member(this.issued, 'maskedCardNumber', 'string');
    const own = this.pins.get(this.id);
    if (own !== undefined) return this.changePinFrom(own);
    return this.changePinFrom(requireWritten(asText(shown), 'the last four digits of the card number').slice(-4));
  }

  /** Asks for a PIN change with another PIN than the card's, once: a second wrong one might lock it. */
  async changePinUnknown(): Promise<Exchange> {
    const shown = member(this.issued, 'maskedCardNumber', 'string');
    const right = Number(requireWritten(asText(shown), 'the last four digits of the card number').slice(-4));
    const wrong = String((right + 1) % 10_000).padStart(4, '0');
    return this.scope.call('updateCardPin', {
      path: this.path,
      body: { currentPin: wrong, newPin: String(this.pin()) },
    });
  }

  /** Changes the PIN from the one an activation or a change has set. Source: docs/guide-issue-and-activate-a-physical-card. */
  async changePinAgain(): Promise<Exchange> {
    const pin = this.pins.get(this.id);
    if (pin === undefined) throw nothingMade('a card with a PIN of its own');
    return this.changePinFrom(pin);
  }

  private async changePinFrom(currentPin: string): Promise<Exchange> {
    const newPin = String(this.pin());
    this.pins.set(this.id, newPin);
    return this.scope.call('updateCardPin', { path: this.path, body: { currentPin, newPin } });
  }

  /** What every requested card has: nobody's name, and the run's label as its alias. */
  private get newCard() {
    return { nameOnCard, alias: this.scope.nextLabel() };
  }

  private get holder() {
    return { cardholderId: this.cardholders.id };
  }

  private get path() {
    return { cardId: this.id };
  }

  /** Four digits without a leading zero: activation sends the PIN as a number. */
  private pin(): number {
    return 1000 + Math.floor(this.scope.random() * 9000);
  }

  private keep(exchange: Exchange): Exchange {
    const id = at(answered(exchange), '/cardId');
    keepId(this.current, id, exchange);
    if (isAccepted(exchange)) this.issuance.keep(exchange);
    else if (exchange.adopted !== undefined) this.issuance.missed('a lost answer');
    else this.issuance.refused(inWords(exchange));
    return exchange;
  }
}

function stateOf(read: Exchange): string {
  return `issuerCardStatus ${String(numberMember(read, 'issuerCardStatus') ?? inWords(read))}`;
}
