import assert from 'node:assert/strict';
import { test } from 'node:test';
import { said } from '../fixtures/said.js';
import { smallDocument, smallJudge } from '../fixtures/small-contract.js';
import { cardExchange, exchangeOf } from '../fixtures/small-exchange.js';

const judge = smallJudge();

test('a refusal under 2xx is judged as a refusal, not as the success body', () => {
  assert.deepEqual(judge(cardExchange({ status: 'error', code: 'no' })), { outcome: 'conforming', findings: [] });
  assert.deepEqual(said(judge(cardExchange({ status: 'error', code: 5 }))), [
    'review error-envelope /response/body/code',
  ]);
});

test('without a form of refusal in the contract it is not judged', () => {
  const document = smallDocument() as { components: { schemas: Record<string, unknown> } };
  const call = {
    operationId: 'issueVirtualCard',
    method: 'POST',
    path: '/cards/virtual/1',
    answer: { status: 'error' },
  };
  assert.equal(judge(exchangeOf(call)).outcome, 'conforming');
  const schemas = { ...document.components.schemas };
  delete schemas['Error'];
  const bare = {
    ...smallDocument(),
    paths: {
      '/cards/virtual/{cardholderId}': (smallDocument()['paths'] as Record<string, unknown>)[
        '/cards/virtual/{cardholderId}'
      ],
    },
    components: { schemas },
  };
  assert.equal(smallJudge(bare)(exchangeOf(call)).outcome, 'not-judged');
});
