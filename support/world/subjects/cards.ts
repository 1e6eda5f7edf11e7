import type { Exchange, Json } from '../../trace/exchange.js';
import { answered, asText, at, inWords, isAccepted, member, numberMember } from '../../verdict/checks/answer.js';
import { issuerCardStatus, type CardStatusWord } from '../../verdict/checks/status-words.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { notApplicable, preconditionNotMet } from '../stop-scenario.js';
import type { Cardholders } from './cardholders.js';
import { Remembered } from './remembered.js';

/** The two kinds of card. */
export type CardKind = 'virtual' | 'physical';

const issuing = { virtual: 'issueVirtualCard', physical: 'issuePhysicalCard' } as const;

/** What a scenario does with cards. "The card" is the one issued last. */
export class Cards {
  private readonly current = new Remembered<number>('a card');
  private readonly issuance = new Remembered<Exchange>('an issued card');

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
  async issue(kind: CardKind, details: Readonly<Record<string, Json>> = {}): Promise<Exchange> {
    const slot = kind === 'physical' ? { cardType: 0 } : {};
    return this.request(kind, { nameOnCard: 'AXYS CERTIFY', ...slot, ...details });
  }

  /** Requests a physical card without naming a design slot. */
  async issueWithoutSlot(): Promise<Exchange> {
    return this.request('physical', { nameOnCard: 'AXYS CERTIFY' });
  }

  /** Brings about a card of an approved cardholder in the status. */
  async bringTo(kind: CardKind, status: CardStatusWord): Promise<void> {
    await this.cardholders.bringTo('Approved');
    const exchange = await this.issue(kind);
    if (!isAccepted(exchange)) throw preconditionNotMet(`a ${kind} card`, inWords(exchange));
    if (kind === 'physical' && status !== 'Not Activated') await this.activate();
    if (status === 'On Hold') await this.changeStatus(issuerCardStatus['On Hold']);
    const read = await this.read();
    const seen = numberMember(read, 'issuerCardStatus');
    if (seen !== issuerCardStatus[status])
      throw preconditionNotMet(`a card ${status}`, `issuerCardStatus ${String(seen)}`);
  }

  /** The answers with a read of the card behind them, where they issued one. */
  async withRead(answers: readonly Exchange[]): Promise<readonly Exchange[]> {
    return answers.every(isAccepted) ? [...answers, await this.read()] : answers;
  }

  /** Reads the masked view. */
  async read(): Promise<Exchange> {
    return this.scope.call('getCard', { path: this.path });
  }

  /** Reads the details view. */
  async readDetails(): Promise<Exchange> {
    return this.scope.call('getCardDetails', { path: this.path });
  }

  /** Reads the two balances. */
  async readBalance(): Promise<Exchange> {
    return this.scope.call('getCardBalance', { path: this.path });
  }

  /** Lists the cardholder's cards. */
  async listOfCardholder(): Promise<Exchange> {
    return this.scope.call('listCards', { query: { cardholderId: this.cardholders.id } });
  }

  /** Activates the card with the data the target shows; where it shows none, activation is for a person. */
  async activate(): Promise<Exchange> {
    const details = await this.readDetails();
    const data = ['cardNumber', 'expMonth', 'expYear', 'cvv'].map((name) => [
      name,
      Number(member(details, name, 'number') ?? member(details, name, 'string') ?? Number.NaN),
    ]);
    if (data.some(([, value]) => Number.isNaN(value))) {
      throw notApplicable('the target shows no card data, so activation is a row for people');
    }
    const body = { ...Object.fromEntries(data), newPin: this.pin() } as Readonly<Record<string, Json>>;
    return this.scope.call('activateCard', { path: this.path, body });
  }

  /** Asks for a status; values outside 1 and 2 break the contract on purpose. */
  async changeStatus(newStatus: number): Promise<Exchange> {
    const legal = newStatus === issuerCardStatus.Active || newStatus === issuerCardStatus['On Hold'];
    const variation = legal ? {} : { expectedInvalid: `newStatus ${String(newStatus)} is never allowed` };
    return this.scope.call('setCardStatus', { path: this.path, body: { newStatus } }, variation);
  }

  /** Updates alias and limit. */
  async update(details: Readonly<Record<string, Json>>): Promise<Exchange> {
    return this.scope.call('updateCard', { path: this.path, body: details });
  }

  /** Changes the PIN from the default, the last four digits of the number. Source: reference/put_cards-cardid-pin. */
  async changePin(): Promise<Exchange> {
    const shown = member(this.issued, 'maskedCardNumber', 'string');
    const currentPin = asText(shown).slice(-4);
    return this.scope.call('updateCardPin', { path: this.path, body: { currentPin, newPin: String(this.pin()) } });
  }

  private get path() {
    return { cardId: this.id };
  }

  /** Four digits without a leading zero: activation sends the PIN as a number. */
  private pin(): number {
    return 1000 + Math.floor(this.scope.run.random() * 9000);
  }

  private async request(kind: CardKind, body: Readonly<Record<string, Json>>): Promise<Exchange> {
    const path = { cardholderId: this.cardholders.id };
    const exchange = await this.scope.call(issuing[kind], { path, body });
    const id = at(answered(exchange), '/cardId');
    if (isAccepted(exchange) && typeof id === 'number') {
      this.current.keep(id);
      this.issuance.keep(exchange);
    }
    return exchange;
  }
}
