import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contract } from '../client/test-kit/test-client.js';
import { exchangeOf } from '../trace/test-kit/exchange-of.js';
import { SentOperations } from './sent-operations.js';

test('what was called counts once, in order of the alphabet; what is no call of ours does not', () => {
  const sent = new SentOperations(contract);
  for (const operationId of ['listCards', 'getCard', 'listCards', null, 'receiveOtpCallback'])
    sent.listen(exchangeOf({ operationId }));
  sent.listen(exchangeOf({ operationId: 'createWallet', replayed: true }));
  assert.deepEqual(sent.ids, ['getCard', 'listCards']);
});
