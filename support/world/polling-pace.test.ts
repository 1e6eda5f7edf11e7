import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Clock } from '../config/clock.js';
import { checkOf } from '../verdict/checks/all-checks.js';
import { exchangeFixture } from '../verdict/checks/exchange-fixture.js';
import { eventually, type Wait } from './eventually.js';
import { pollBounds } from './poll-schedule.js';

const check = checkOf('polling-keeps-schedule');

/** Polls an open review on a clock that leaps; each read takes the next of these durations. */
async function pollFor(
  deadlineSeconds: number,
  timing: { pollInitialMs: number; pollMaxMs: number },
  took: readonly number[],
) {
  let now = Date.parse('2026-01-01T00:00:00.000Z');
  const clock: Clock = {
    now: () => now,
    sleep: (ms) => {
      now += Math.ceil(ms);
      return Promise.resolve();
    },
  };
  let read = 0;
  const wait: Wait = {
    ...{ for: 'the review to end', deadlineSeconds },
    read: async () => {
      const startedAt = new Date(now).toISOString();
      const durationMs = took[read % took.length] ?? 1;
      read += 1;
      await clock.sleep(durationMs);
      return { ...exchangeFixture({ body: { status: 3 } }), startedAt, durationMs };
    },
    state: () => 'status 3',
    until: () => false,
  };
  const seconds = { kycSeconds: 1, depositSeconds: 1, otpSeconds: 1 };
  const polling = {
    clock,
    timing: { ...seconds, ...timing },
    random: () => 0.999,
    signal: new AbortController().signal,
  };
  const { reads, record } = await eventually(wait, polling);
  const bounds = pollBounds({ ...seconds, ...timing });
  return { reads, values: { ...bounds, startedAt: record.startedAt, deadlineSeconds } };
}

describe('the pace of polling', () => {
  it('is as the check demands, whatever the bounds and however slow the answers', async () => {
    const initial = fc.integer({ min: 10, max: 1000 });
    const growth = fc.integer({ min: 0, max: 30_000 });
    const took = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(initial, growth, took, async (pollInitialMs, more, durations) => {
        const timing = { pollInitialMs, pollMaxMs: pollInitialMs + more };
        const { reads, values } = await pollFor(600, timing, durations);
        const finding = check.evaluate({ exchanges: reads, arguments: values });
        assert.equal(finding.outcome, 'met', finding.received);
      }),
      { numRuns: 50 },
    );
  });

  const timing = { pollInitialMs: 500, pollMaxMs: 30_000 };

  it('is not kept by a wait given up before its deadline', async () => {
    const { reads, values } = await pollFor(600, timing, [5]);
    const finding = check.evaluate({ exchanges: reads.slice(0, -3), arguments: values });
    assert.equal(finding.outcome, 'violated');
    assert.match(finding.received, /given up/);
  });

  it('is not kept by two reads at once', async () => {
    const { reads, values } = await pollFor(600, timing, [5]);
    const doubled = reads.flatMap((read, index) => (index === 8 ? [read, read] : [read]));
    assert.equal(check.evaluate({ exchanges: doubled, arguments: values }).outcome, 'violated');
  });

  it('is not known where the machine stood still', async () => {
    const { reads, values } = await pollFor(600, timing, [5]);
    const holed = reads.filter((_read, index) => index < 8 || index > 12);
    const finding = check.evaluate({ exchanges: holed, arguments: values });
    assert.equal(finding.outcome, 'undetermined');
  });
});
