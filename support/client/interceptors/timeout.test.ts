import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFakeClock } from '../../emulator/test-kit/fake-clock.js';
import { exchangeOf } from '../../trace/test-kit/exchange-of.js';
import { TimeoutReason } from '../classify-failure.js';
import type { Outgoing } from '../send.js';
import { Deadlines } from '../deadlines.js';
import { timeout } from './timeout.js';

const request = { signal: null } as unknown as Outgoing;

test('a try that takes too long is aborted with a timeout', async () => {
  const clock = createFakeClock(0);
  const send = timeout(
    new Deadlines(clock, 500),
    500,
  )(
    ({ signal }) =>
      new Promise((resolve) => {
        signal?.addEventListener('abort', () => {
          assert.ok(signal.reason instanceof TimeoutReason);
          resolve(exchangeOf({ response: null, failure: { class: 'timeout', detail: signal.reason.message } }));
        });
        clock.advance(500);
      }),
  );
  assert.equal((await send(request)).failure?.detail, 'no complete answer after 500 ms');
});

test('an answer in time ends the watch', async () => {
  const clock = createFakeClock(0);
  let signal: AbortSignal | null = null;
  await timeout(
    new Deadlines(clock, 500),
    500,
  )((sent) => {
    signal = sent.signal;
    return Promise.resolve(exchangeOf({}));
  })(request);
  clock.advance(10_000);
  assert.equal((signal as AbortSignal | null)?.aborted, false);
});

test("the caller's own cancellation passes through", async () => {
  const caller = new AbortController();
  caller.abort(new Error('stop'));
  const send = timeout(
    new Deadlines(createFakeClock(0), 500),
    500,
  )(({ signal }) => {
    assert.equal((signal?.reason as Error).message, 'stop');
    return Promise.resolve(exchangeOf({}));
  });
  assert.ok(await send({ ...request, signal: caller.signal }));
});
