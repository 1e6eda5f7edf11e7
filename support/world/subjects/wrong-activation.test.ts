import assert from 'node:assert/strict';
import { it } from 'node:test';
import { at, requested } from '../../verdict/checks/answer.js';
import { scriptedScope } from '../test-kit/scripted-scope.js';
import { Cardholders } from './cardholders.js';
import { Cards } from './cards.js';

const shown = (cardNumber: string) => ({ cardNumber, expMonth: 12, expYear: 30, cvv: 123 });

it('each card is activated wrongly with its own data, which is read once', async () => {
  const { scope, calls } = scriptedScope({
    createCardholder: [{ status: 'success', cardholderId: 5 }],
    issuePhysicalCard: [
      { status: 'success', cardId: 7 },
      { status: 'success', cardId: 8 },
    ],
    getCardDetails: [shown('71'), shown('81')],
    activateCard: [409],
  });
  const cardholders = new Cardholders(scope);
  await cardholders.create({});
  const cards = new Cards(scope, cardholders);
  const numbers: unknown[] = [];
  for (let card = 0; card < 2; card += 1) {
    await cards.issue('physical');
    for (const answer of [await cards.activateWrongly('cvv'), await cards.activateWithoutCode()])
      numbers.push(at(requested(answer), '/cardNumber'));
  }
  assert.deepEqual(numbers, [71, 71, 81, 81]);
  assert.equal(calls.filter((call) => call === 'getCardDetails').length, 2);
});
