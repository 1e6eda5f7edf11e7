import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Clock } from '../../config/clock.js';
import type { Exchange } from '../../trace/exchange.js';
import { exchangeOf } from '../../trace/test-kit/exchange-of.js';
import type { Outgoing } from '../send.js';
import { retry } from './retry.js';

const request: Outgoing = {
  ...{ operationId: 'getCard', scenario: 's', identity: 'program', expectedInvalid: null, method: 'GET' },
  ...{ url: new URL('https://127.0.0.1/v2/cards/1'), path: '/cards/1', query: {}, headers: {}, body: undefined },
  ...{ traceId: '', attempt: 1, signal: null },
};

const answer = (status: number, headers: Record<string, string> = {}): Partial<Exchange> => ({
  response: { status, headers, body: { kind: 'none' } },
});
const failed = (kind: 'reset' | 'tls' | 'timeout'): Partial<Exchange> => ({
  response: null,
  failure: { class: kind, detail: '' },
});

async function run(answers: readonly Partial<Exchange>[], changes: Partial<Outgoing> = {}) {
  const waits: number[] = [];
  const clock: Clock = { now: () => Date.UTC(2026, 0, 1), sleep: (ms) => Promise.resolve(void waits.push(ms)) };
  const attempts: number[] = [];
  const send = retry(clock)((tried) => {
    attempts.push(tried.attempt);
    return Promise.resolve(exchangeOf({ attempt: tried.attempt, ...answers[attempts.length - 1] }));
  });
  const last = await send({ ...request, ...changes });
  return { waits, attempts, last };
}

const patient: readonly (readonly [string, Partial<Exchange>, number])[] = [
  ['Retry-After in seconds', answer(429, { 'retry-after': '7' }), 7000],
  [
    'Retry-After as a date, measured by the Date of the answer',
    answer(503, { 'retry-after': 'Thu, 01 Jan 2026 10:00:12 GMT', date: 'Thu, 01 Jan 2026 10:00:00 GMT' }),
    12_000,
  ],
  ['a date gone by', answer(429, { 'retry-after': 'Mon, 01 Jan 2001 00:00:00 GMT' }), 0],
  ['a word that means nothing', answer(429, { 'retry-after': 'soon' }), 1000],
  ['a server error', answer(500), 1000],
  ['a reset connection', failed('reset'), 1000],
];

for (const [title, first, wait] of patient) {
  test(`a read is repeated after ${title}`, async () => {
    const { waits, attempts, last } = await run([first, answer(200)]);
    assert.deepEqual(waits, [wait]);
    assert.deepEqual(attempts, [1, 2]);
    assert.equal(last.response?.status, 200);
  });
}

test('five tries, doubling the wait, and the last answer is handed back', async () => {
  const { waits, attempts, last } = await run(Array.from({ length: 9 }, () => answer(502)));
  assert.deepEqual(waits, [1000, 2000, 4000, 8000]);
  assert.deepEqual(attempts, [1, 2, 3, 4, 5]);
  assert.equal(last.attempt, 5);
});

test('writes are never repeated', async () => {
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const { attempts } = await run([answer(429, { 'retry-after': '1' })], { method });
    assert.deepEqual(attempts, [1], method);
  }
});

test('answers, refusals, TLS failures and timeouts are final', async () => {
  for (const first of [answer(200), answer(404), answer(409), failed('tls'), failed('timeout')]) {
    assert.deepEqual((await run([first])).attempts, [1]);
  }
});

test('a server that asks for hours is not waited for', async () => {
  const { waits, last } = await run([answer(429, { 'retry-after': '7200' })]);
  assert.deepEqual(waits, []);
  assert.equal(last.response?.status, 429);
});

test('a cancelled wait hands back the last answer', async () => {
  const caller = new AbortController();
  const clock: Clock = {
    now: () => 0,
    sleep: () => {
      caller.abort(new Error('enough'));
      return Promise.reject(new Error('enough'));
    },
  };
  const send = retry(clock)(() => Promise.resolve(exchangeOf(answer(500))));
  assert.equal((await send({ ...request, signal: caller.signal })).response?.status, 500);
});
