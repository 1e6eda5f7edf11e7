import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../trace/exchange.js';
import { exchangeFixture } from '../verdict/checks/exchange-fixture.js';
import { onceMoreIfTurnedAway } from './once-more.js';

const answer = (method: string, status: number, headers: Record<string, string> = {}): Exchange => {
  const made = exchangeFixture({ body: {} });
  const response = { status, headers, body: { kind: 'none' } } as const;
  return { ...made, request: { ...made.request, method }, response };
};

async function repeated(answers: readonly Exchange[]) {
  const [slept, calls]: [number[], Exchange[]] = [[], []];
  const clock = { now: () => 0, sleep: (ms: number) => Promise.resolve(void slept.push(ms)) };
  const call = () => {
    const next = answers[calls.length] ?? assert.fail('one call too many');
    calls.push(next);
    return Promise.resolve(next);
  };
  const stands = await onceMoreIfTurnedAway(call, { clock, signal: new AbortController().signal });
  return { slept, calls: calls.length, status: stands.response?.status };
}

test('a writing call turned away by the rate limit is made once more after the wait asked for', async () => {
  const answers = [answer('POST', 429, { 'retry-after': '3' }), answer('POST', 201)];
  assert.deepEqual(await repeated(answers), { slept: [3000], calls: 2, status: 201 });
});

test('it waits a second where the target asks for no time, and never tries a third time', async () => {
  const answers = [answer('PUT', 429), answer('PUT', 429)];
  assert.deepEqual(await repeated(answers), { slept: [1000], calls: 2, status: 429 });
});

test('reads, other answers and waits beyond reason are left alone', async () => {
  for (const only of [answer('GET', 429), answer('POST', 503), answer('POST', 409)])
    assert.deepEqual(await repeated([only]), { slept: [], calls: 1, status: only.response?.status });
  const tooLong = answer('POST', 429, { 'retry-after': '86400' });
  assert.deepEqual(await repeated([tooLong]), { slept: [], calls: 1, status: 429 });
});
