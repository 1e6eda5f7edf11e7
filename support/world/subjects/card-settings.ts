import type { InputOf } from '../../client/typed-call.js';
import type { Exchange } from '../../trace/exchange.js';
import type { ScenarioScope } from '../scenario-scope.js';
import type { CardInUse } from './card-in-use.js';

/** Contact details that are shorter or longer than every page allows. */
const outOfBounds: readonly (readonly [string, string])[] = [
  ['phoneNum', '415555012'],
  ['cellNum', '415555012341555501234'],
  ['emailAdr', 'a@b.c'],
  ['countryCallingCode', 'USA'],
];

/** What a scenario does with alias, limit and contact details of "the card". */
export class CardSettings {
  constructor(
    private readonly scope: ScenarioScope,
    private readonly card: Pick<CardInUse, 'id'>,
  ) {}

  /** Limits the card's purchases, minor units each. */
  async limitTo(transactionLimit: number): Promise<void> {
    await this.scope.callAccepted("the card's limit to be set", 'updateCard', {
      path: this.path,
      body: { transactionLimit },
    });
  }

  /** Updates what is named. */
  async update(details: InputOf<'updateCard'>['body']): Promise<Exchange> {
    return this.scope.call('updateCard', { path: this.path, body: details });
  }

  /** Tries updates of contact details, each out of its bounds. Source: reference/put_cards-cardid-update. */
  async updateOutOfBounds(): Promise<readonly Exchange[]> {
    const answers: Exchange[] = [];
    for (const [member, value] of outOfBounds) {
      const why = `${member} of ${String(value.length)} characters is out of bounds`;
      answers.push(await this.scope.callInvalid('updateCard', { path: this.path, body: { [member]: value } }, why));
    }
    return answers;
  }

  private get path() {
    return { cardId: this.card.id };
  }
}
