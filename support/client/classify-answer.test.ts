import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerMessages } from '../messages/answer-messages.js';
import type { Body, Exchange } from '../trace/exchange.js';
import { exchangeOf } from '../trace/test-kit/exchange-of.js';
import { answerClasses, type AnswerClass } from './answer-classes.js';
import { classifyAnswer } from './classify-answer.js';

const json = (value: Record<string, string>): Body => ({ kind: 'json', value, duplicateKeys: [] });
const text = (words: string): Body => ({ kind: 'text', text: words, problem: 'not JSON' });
const none: Body = { kind: 'none' };
const answered = (status: number, body: Body = none): Exchange =>
  exchangeOf({ response: { status, headers: {}, body } });

const rows: readonly (readonly [number, Body, AnswerClass])[] = [
  [200, json({ status: 'success' }), 'accepted'],
  [204, none, 'accepted'],
  [200, json({ status: 'error' }), 'error-word'],
  [201, json({ status: 'error' }), 'error-word'],
  [200, json({ statusText: 'error' }), 'accepted'],
  [302, none, 'redirection'],
  [400, none, 'malformed-request'],
  [401, none, 'key-refused'],
  [403, text('No Authorised IPs configured'), 'network-refusal'],
  [403, json({ message: 'no authorised ips configured' }), 'network-refusal'],
  [403, json({ status: 'error' }), 'forbidden'],
  [404, none, 'not-found'],
  [409, none, 'state-conflict'],
  [418, none, 'other-refusal'],
  [422, none, 'invalid-data'],
  [429, none, 'rate-limited'],
  [500, none, 'server-failure'],
  [503, text('busy'), 'server-failure'],
  [199, none, 'unknown-status'],
  [999, none, 'unknown-status'],
];

for (const [status, body, expected] of rows) {
  test(`${String(status)} with a body of kind ${body.kind} is ${expected}`, () => {
    assert.equal(classifyAnswer(answered(status, body)), expected);
  });
}

test('a failure is its own class, whatever it is', () => {
  for (const kind of ['tls', 'refused', 'reset', 'timeout', 'dns', 'protocol', 'cancelled'] as const) {
    assert.equal(classifyAnswer({ response: null, failure: { class: kind, detail: '' } }), kind);
  }
});

test('every status has a class with a sentence, and only 429 and 5xx pass by themselves', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 999 }), (status) => {
      const handling = answerClasses[classifyAnswer(answered(status))];
      assert.ok(answerMessages[handling.message].text.length > 0);
      assert.equal(handling.passes, status === 429 || (status >= 500 && status < 600));
      assert.equal(handling.says === 'yes', status >= 200 && status < 300);
    }),
  );
});

test('every class has a message of its own', () => {
  const codes = Object.values(answerClasses).map(({ message }) => message);
  assert.deepEqual([...new Set(codes)].toSorted(), Object.keys(answerMessages).toSorted());
  assert.equal(new Set(codes).size, codes.length);
});
