import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FailureClass } from '../../trace/exchange.js';
import { said } from '../fixtures/said.js';
import { smallJudge } from '../fixtures/small-contract.js';
import { cardExchange } from '../fixtures/small-exchange.js';

const judge = smallJudge();

function failed(identity: string, failure: FailureClass | null) {
  const detail = failure === null ? null : { class: failure, detail: '' };
  return judge(cardExchange(null, { change: { response: null, identity, failure: detail } }));
}

test('no answer is not judged, with the reason', () => {
  for (const failure of [
    'tls',
    'untrusted',
    'lapsed',
    'timeout',
    'reset',
    'dns',
    'protocol',
    'cancelled',
    'refused',
  ] as const) {
    const judgement = failed('program', failure);
    assert.equal(judgement.outcome, 'not-judged');
    assert.match(judgement.reason, new RegExp(failure));
  }
});

test('a rejected handshake without a certificate is what the contract promises', () => {
  assert.deepEqual(failed('no-certificate', 'tls'), { outcome: 'conforming', findings: [] });
  assert.deepEqual(failed('unknown-issuer', 'tls'), { outcome: 'conforming', findings: [] });
});

test('a wrong key is no reason to be cut off, nor is a missing certificate one to time out', () => {
  assert.equal(failed('wrong-key', 'tls').outcome, 'not-judged');
  assert.equal(failed('no-certificate', 'timeout').outcome, 'not-judged');
  // Our own word on the server's certificate is not the server's on a missing one.
  assert.equal(failed('no-certificate', 'untrusted').outcome, 'not-judged');
});

test('neither answer nor failure is not judged', () => {
  assert.equal(failed('program', null).outcome, 'not-judged');
});

test('our own request is judged even when no answer came', () => {
  const change = { response: null, failure: { class: 'timeout', detail: '' } } as const;
  const judgement = judge(cardExchange(null, { query: { odd: '1' }, change }));
  assert.equal(judgement.outcome, 'not-judged');
  assert.deepEqual(said(judgement), ['fail request-undocumented-member /request/query/odd']);
});
