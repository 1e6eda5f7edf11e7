import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../../trace/exchange.js';
import { said } from '../fixtures/said.js';
import { smallJudge } from '../fixtures/small-contract.js';
import { exchangeOf } from '../fixtures/small-exchange.js';

const judge = smallJudge();

function callback(request: Json) {
  const change = { identity: 'inbound' };
  return judge(
    exchangeOf({ operationId: 'receiveOtpCallback', method: 'POST', path: '/otp', request, status: 204, change }),
  );
}

test("a call of the platform's own is judged by the contract's webhook", () => {
  assert.deepEqual(callback({ cardId: 7 }), { outcome: 'conforming', findings: [] });
  assert.deepEqual(said(callback({})), ['fail request-body-schema /request/body/cardId']);
  assert.match(
    callback({ cardId: 'x' }).findings[0]?.message ?? '',
    /^The platform's call receiveOtpCallback: expected/,
  );
});

test('a call that did not arrive whole is not judged, and nothing is held against it', () => {
  const failure = { class: 'reset', detail: 'the connection broke off' } as const;
  const body = { kind: 'text', text: '', problem: 'the connection broke off' } as const;
  const call = exchangeOf({ operationId: 'receiveOtpCallback', method: 'POST', path: '/otp' });
  const judgement = judge({
    ...call,
    ...{ identity: 'inbound', failure, response: null, request: { ...call.request, body } },
  });
  assert.equal(judgement.outcome, 'not-judged');
  assert.match(judgement.reason, /did not arrive whole \(reset\)/);
  assert.deepEqual(judgement.findings, []);
});

test('what it carries beyond the contract is listed and not shown', () => {
  const judgement = callback({ cardId: 7, code: '847291' });
  assert.equal(judgement.outcome, 'conforming');
  assert.deepEqual(said(judgement), ['advisory request-undocumented-member /request/body/code']);
  assert.doesNotMatch(JSON.stringify(judgement), /847291/);
});

test('a card number in it is a violation', () => {
  assert.equal(callback({ cardId: 7, card: '4111111111111111' }).outcome, 'violating');
});
