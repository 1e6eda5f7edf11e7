import type { InputOf } from '../../client/typed-call.js';
import type { Exchange } from '../../trace/exchange.js';
import { answered, at, inWords, isAccepted, numberMember } from '../../verdict/checks/answer.js';
import { issuerCardStatus, type CardStatusWord } from '../../verdict/checks/status-words.js';
import type { ScenarioScope } from '../scenario-scope.js';
import type { SyntheticPerson } from '../synthetic-person.js';
import type { CardKind } from './card-kind.js';
import { CardPins } from './card-pins.js';
import { CardSettings } from './card-settings.js';
import { awaitCardStatus, issueInStatus } from './card-way.js';
import type { Cardholders } from './cardholders.js';
import { anotherThan, printedData, type PrintedData, type PrintedNumber } from './printed-data.js';
import { keepId, Remembered } from './remembered.js';

/** The call that issues each kind. */
const issuing = { virtual: 'issueVirtualCard', physical: 'issuePhysicalCard' } as const;

type CardType = NonNullable<InputOf<'issuePhysicalCard'>['body']['cardType']>;

/** The name embossed on every card of a run: nobody's. */
const nameOnCard = 'AXYS CERTIFY';

/** What a scenario does with cards. "The card" is the one issued last. */
export class Cards {
  private readonly current = new Remembered<number>('a card');
  private readonly first = new Remembered<number>('a first card');
  private readonly issuance = new Remembered<Exchange>('an issued card');
  /** What is printed on each card, as far as it was read. */
  private readonly printed = new Map<number, PrintedData>();
  private changed: readonly Exchange[] = [];

  /** Their PINs. */
  readonly pins: CardPins;
  /** Their alias, limit and contact details. */
  readonly settings: CardSettings;

  constructor(
    private readonly scope: ScenarioScope,
    private readonly cardholders: Cardholders,
  ) {
    this.pins = new CardPins(scope, this);
    this.settings = new CardSettings(scope, this);
  }

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

  /** Requests a card with a name that is longer than a card takes. Source: docs/guide-issue-a-virtual-card. */
  async issueNamed(kind: CardKind, length: number): Promise<Exchange> {
    const body = { ...this.newCard, nameOnCard: 'A'.repeat(length) };
    const why = `a nameOnCard of ${String(length)} characters`;
    return this.keep(await this.scope.callInvalid(issuing[kind], { path: this.holder, body }, why));
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

  /** Requests a physical card with slot 6: a Program has six, 0 to 5. Source: docs/card-programs-and-designs. */
  async issueOnSeventhSlot(): Promise<Exchange> {
    this.scope.requireCapability('physicalCards');
    const body = { ...this.newCard, cardType: 6 };
    return this.keep(await this.scope.callInvalid('issuePhysicalCard', { path: this.holder, body }, 'design slot 6'));
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
    await issueInStatus({ cards: this, scope: this.scope }, kind, status);
  }

  /** Issues one more Active card to the cardholder, which is "the card" from then on. */
  async issueOneMore(): Promise<void> {
    this.first.keep(this.id);
    await this.issueIn('virtual', 'Active');
  }

  /** Reads the card that one more was issued beside. */
  async readFirst(): Promise<Exchange> {
    return this.scope.call('getCard', { path: { cardId: this.first.get() } });
  }

  /**
   * Does what should bring the card into the status. Where it is accepted, the card is read, for a minute at most, until it is
   * there: no page says that the status follows at once.
   */
  async changeTo(status: CardStatusWord, change: () => Promise<Exchange>): Promise<Exchange> {
    const answer = await change();
    const way = { cards: this, scope: this.scope };
    this.changed = isAccepted(answer) ? (await awaitCardStatus(way, status)).exchanges : [];
    return answer;
  }

  /** The reads that followed the last such change; one more where it was not accepted. */
  async readsOfChange(): Promise<readonly Exchange[]> {
    return this.changed.length > 0 ? this.changed : [await this.read()];
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
    const newPin = this.pins.choose();
    return this.scope.call('activateCard', { path: this.path, body: { ...printedData(places), newPin } });
  }

  /** Tries to activate the card with its own data but one. */
  async activateWrongly(wrong: PrintedNumber): Promise<Exchange> {
    const printed = await this.printedOnce();
    const body = { ...printed, [wrong]: anotherThan(wrong, printed), newPin: this.pins.draw() };
    return this.scope.call('activateCard', { path: this.path, body });
  }

  /** Tries to activate the card with its own data but the security code. Source: reference/put_cards-cardid-activate. */
  async activateWithoutCode(): Promise<Exchange> {
    const { cardNumber, expMonth, expYear } = await this.printedOnce();
    const body = { cardNumber, expMonth, expYear, newPin: this.pins.draw() };
    return this.scope.callInvalid('activateCard', { path: this.path, body }, 'no security code');
  }

  /** The printed data of the card, read once. */
  private async printedOnce(): Promise<PrintedData> {
    const printed = this.printed.get(this.id) ?? printedData([await this.readDetails(), this.issued]);
    this.printed.set(this.id, printed);
    return printed;
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

  private keep(exchange: Exchange): Exchange {
    const id = at(answered(exchange), '/cardId');
    keepId(this.current, id, exchange);
    if (isAccepted(exchange)) this.issuance.keep(exchange);
    else if (exchange.adopted !== undefined) this.issuance.missed('a lost answer');
    else this.issuance.refused(inWords(exchange));
    return exchange;
  }
}
