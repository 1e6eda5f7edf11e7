import type { Exchange } from '../../trace/exchange.js';
import { asText, member } from '../../verdict/checks/answer.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { nothingMade, requireWritten } from '../stop-scenario.js';
import type { CardInUse } from './card-in-use.js';

/** What a scenario does with the PIN of "the card". */
export class CardPins {
  /** The PIN a call was made to set last, by card; a check looks whether it was accepted. */
  private readonly pins = new Map<number, string>();

  constructor(
    private readonly scope: ScenarioScope,
    private readonly card: CardInUse,
  ) {}

  /** A new PIN that a call is about to set: four digits without a leading zero, because activation sends it as a number. */
  choose(): number {
    const pin = this.draw();
    this.pins.set(this.card.id, String(pin));
    return pin;
  }

  /**
   * Changes the PIN from the default, the last four digits of the number, or from the one that a call has set.
   * Source: reference/put_cards-cardid-pin, docs/guide-issue-and-activate-a-physical-card.
   */
  async change(): Promise<Exchange> {
    return this.changeFrom(this.current);
  }

  /** Asks for a change with another PIN than the card's, once: a second wrong one might lock it. */
  async changeUnknown(): Promise<Exchange> {
    const wrong = String((Number(this.current) + 1) % 10_000).padStart(4, '0');
    return this.ask(wrong, this.draw());
  }

  /** Changes the PIN from the one an activation or a change has set. Source: docs/guide-issue-and-activate-a-physical-card. */
  async changeAgain(): Promise<Exchange> {
    const pin = this.pins.get(this.card.id);
    if (pin === undefined) throw nothingMade('a card with a PIN of its own');
    return this.changeFrom(pin);
  }

  private async changeFrom(currentPin: string): Promise<Exchange> {
    return this.ask(currentPin, this.choose());
  }

  private async ask(currentPin: string, newPin: number): Promise<Exchange> {
    const path = { cardId: this.card.id };
    return this.scope.call('updateCardPin', { path, body: { currentPin, newPin: String(newPin) } });
  }

  /** The one a call has set, else the default. */
  private get current(): string {
    const own = this.pins.get(this.card.id);
    if (own !== undefined) return own;
    const shown = asText(member(this.card.issued, 'maskedCardNumber', 'string'));
    return requireWritten(shown, 'the last four digits of the card number').slice(-4);
  }

  /** Tries to change the PIN to one of another length than four. Source: reference/put_cards-cardid-pin. */
  async changeToLength(digits: number): Promise<Exchange> {
    const body = { currentPin: this.current, newPin: '2'.repeat(digits) };
    const path = { cardId: this.card.id };
    return this.scope.callInvalid('updateCardPin', { path, body }, `a PIN of ${String(digits)} digits`);
  }

  /** Tries to change the PIN without the current one, which is required. Source: reference/put_cards-cardid-pin. */
  async changeWithoutCurrent(): Promise<Exchange> {
    const body = { newPin: String(this.draw()) };
    return this.scope.callInvalid('updateCardPin', { path: { cardId: this.card.id }, body }, 'no current PIN');
  }

  /** Four digits without a leading zero. */
  draw(): number {
    return 1000 + Math.floor(this.scope.random() * 9000);
  }
}
