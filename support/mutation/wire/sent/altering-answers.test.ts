import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contractOf } from '../../../contract/contract-of.js';
import { smallDocument } from '../../../contract/fixtures/small-contract.js';
import { cardExchange, goodCard } from '../../../contract/fixtures/small-exchange.js';
import { says, type Answer, type Asked } from '../../../emulator/variations/variation.js';
import { alteringAnswers } from './altering-answers.js';
import { mutantOfErrand } from './wire-errand.js';

const contract = contractOf(smallDocument());
const exchange = cardExchange(goodCard);
const altering = (kind: string) => {
  const errand = { mutant: `getCard 200 ${kind}`, scenario: 'cards:one', exchange };
  return alteringAnswers(contract, mutantOfErrand(contract, errand), exchange);
};
const asked = (change: Partial<Asked> = {}): Asked => ({
  ...{ method: 'GET', path: '/cards/7', query: '', headers: { traceparent: '00-a' }, body: undefined },
  ...change,
});
const answers = (answer: Answer) => () => Promise.resolve(answer);
const card = says(200, goodCard);

test('the first answer that fits is altered, and whose it was is known', async () => {
  const { variation, altered } = altering('member-removed /body/alias');
  assert.equal(await variation(asked({ path: '/cards' }), answers(card)), card);
  assert.equal(altered(), null);
  const changed = await variation(asked(), answers(card));
  const { cardId, balance, open } = goodCard;
  assert.deepEqual(JSON.parse(textOf(changed)), { cardId, balance, open });
  assert.equal(altered(), '00-a');
  assert.equal(await variation(asked(), answers(card)), card);
});

const unfit: readonly (readonly [string, Answer, Asked])[] = [
  ['another status', says(201, goodCard), asked()],
  ['another operation', card, asked({ method: 'POST' })],
  ['another order asked for', card, asked({ query: '?orderBy=cardId' })],
  ['nothing at the place', says(200, { cardId: 7 }), asked()],
  ['a body that is no JSON', { ...card, body: { text: 'busy' } }, asked()],
];

for (const [what, answer, request] of unfit) {
  test(`an answer with ${what} stays as it is`, async () => {
    const { variation, altered } = altering('member-removed /body/alias');
    assert.equal(await variation(request, answers(answer)), answer);
    assert.equal(altered(), null);
  });
}

test('headers, status and a doubled member leave as the mutant has them', async () => {
  const typeless = await altering('media-type-missing /headers/content-type').variation(asked(), answers(card));
  assert.equal('content-type' in typeless.headers, false);
  const moved = await altering('status-redirect /status').variation(asked(), answers(card));
  assert.equal(moved.status, 302);
  const doubled = await altering('member-doubled /body/cardId').variation(asked(), answers(card));
  assert.match(textOf(doubled), /^\{"cardId":7,"cardId":7,/);
});

test('an answer that is too late never comes', async () => {
  const late = altering('answer-too-late').variation(asked(), answers(card));
  const first = await Promise.race([late, new Promise<'nothing'>((resolve) => setImmediate(() => resolve('nothing')))]);
  assert.equal(first, 'nothing');
});

test('an errand whose mutant the contract does not give is refused', () => {
  assert.throws(() => altering('member-removed /body/none'), /gives no mutant/);
});

function textOf({ body }: Answer): string {
  if (body === null) return '';
  return 'text' in body ? body.text : JSON.stringify(body.json);
}
