import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Clock } from '../config/clock.js';
import { exchangeFixture } from '../verdict/checks/exchange-fixture.js';
import { eventually, type Wait } from './eventually.js';
import { pollSchedule } from './poll-schedule.js';

const timing = { kycSeconds: 1, depositSeconds: 1, otpSeconds: 1, pollInitialMs: 100, pollMaxMs: 400 };

/** A clock whose sleeps end at once and move it on. */
function leapingClock(): Clock {
  let now = 0;
  return {
    now: () => now,
    sleep: (ms) => {
      now += ms;
      return Promise.resolve();
    },
  };
}

function waitFor(states: readonly string[], deadlineSeconds = 1): { wait: Wait; reads: () => number } {
  let read = 0;
  const wait: Wait = {
    for: 'ready',
    deadlineSeconds,
    read: () => {
      const state = states[Math.min(read, states.length - 1)] ?? '';
      read += 1;
      return Promise.resolve(exchangeFixture({ body: { state } }));
    },
    state: (exchange) => JSON.stringify(exchange.response?.body),
    until: (exchange) => JSON.stringify(exchange.response?.body).includes('ready'),
  };
  return { wait, reads: () => read };
}

const polling = () => ({ clock: leapingClock(), timing, random: () => 0, signal: new AbortController().signal });

describe('eventually', () => {
  it('ends with the first read that meets the condition', async () => {
    const { wait, reads } = waitFor(['new', 'new', 'ready', 'later']);
    const waited = await eventually(wait, polling());
    assert.equal(waited.met, true);
    assert.equal(reads(), 3);
    assert.equal(waited.exchanges.length, 3);
  });

  it('records each distinct state once, in order', async () => {
    const { wait } = waitFor(['new', 'new', 'half', 'half', 'ready']);
    const { record } = await eventually(wait, polling());
    assert.equal(record.timeline.length, 3);
  });

  it('stops after the deadline, with one read made after it', async () => {
    const { wait } = waitFor(['new'], 1);
    const { met, record } = await eventually(wait, polling());
    assert.equal(met, false);
    assert.ok(Date.parse(record.endedAt) - Date.parse(record.startedAt) >= 1000);
  });

  it('rejects when a read fails, and does not read on', async () => {
    const { wait } = waitFor(['new']);
    let calls = 0;
    const failing: Wait = {
      ...wait,
      read: () => {
        calls += 1;
        return Promise.reject(new Error('broken'));
      },
    };
    await assert.rejects(eventually(failing, polling()), /broken/);
    assert.equal(calls, 1);
  });

  it('makes the first read after a wait where only the end is of interest', async () => {
    const { wait, reads } = waitFor(['new', 'ready']);
    const { record } = await eventually({ ...wait, firstRead: 'after a wait' }, polling());
    assert.equal(reads(), 2);
    assert.equal(Date.parse(record.endedAt), 250, 'after 100 ms, and 150 ms later');
  });

  it('makes that first read within the deadline, however short it is', async () => {
    const { wait, reads } = waitFor(['new'], 0.05);
    const { met, record } = await eventually({ ...wait, firstRead: 'after a wait' }, polling());
    assert.deepEqual([met, reads(), Date.parse(record.endedAt)], [false, 1, 50]);
  });

  it('reads once when the deadline has come, not twice', async () => {
    const { wait, reads } = waitFor(['new'], 0.25);
    await eventually(wait, polling());
    assert.equal(reads(), 3, 'at once, after 100 ms, and at 250 ms');
  });

  it('never sleeps past the deadline', async () => {
    const slept: number[] = [];
    let now = 0;
    const clock: Clock = {
      now: () => now,
      sleep: (ms) => {
        slept.push(ms);
        now += ms;
        return Promise.resolve();
      },
    };
    const { wait } = waitFor(['new'], 1);
    await eventually(wait, { ...polling(), clock });
    assert.ok(slept.reduce((sum, ms) => sum + ms, 0) <= 1000);
  });
});

describe('a wait of hours', () => {
  const patient = { ...timing, pollInitialMs: 500, pollMaxMs: 30_000 };
  const hours = 8 * 3600;

  /** Reads that take a second each and show these states, one an hour. */
  function hourly(states: readonly string[], clock: Clock): Wait {
    return {
      ...waitFor([]).wait,
      deadlineSeconds: hours,
      read: async () => {
        await clock.sleep(1000);
        const state = states[Math.floor(clock.now() / 3_600_000)] ?? states.at(-1) ?? '';
        return exchangeFixture({ body: { state, record: 'x'.repeat(10_000) } });
      },
    };
  }

  it('holds the first read, each change and the last, and of all the others the times only', async () => {
    const clock = leapingClock();
    const wait = hourly(['new', 'new', 'new', 'half', 'half', 'new'], clock);
    const { exchanges, reads, record } = await eventually(wait, { ...polling(), clock, timing: patient });
    assert.ok(reads.length > 900, `${String(reads.length)} reads`);
    assert.ok(exchanges.length < 210, `${String(exchanges.length)} held whole`);
    assert.ok(JSON.stringify(reads.slice(0, -1)).length < 1000 * reads.length);
    assert.deepEqual([exchanges[0]?.id, exchanges.at(-1)?.id], [reads[0]?.id, reads.at(-1)?.id]);
    const held = new Set(exchanges.map(({ id }) => id));
    assert.equal(record.timeline.length, 3);
    assert.ok(record.timeline.every(({ exchangeId }) => held.has(exchangeId)));
  });

  it('ends at its deadline, however long the reads take', async () => {
    const clock = leapingClock();
    const wait = hourly(['new'], clock);
    const { reads, record } = await eventually(wait, { ...polling(), clock, timing: patient });
    const lastedMs = Date.parse(record.endedAt) - Date.parse(record.startedAt);
    assert.equal(lastedMs, hours * 1000 + 1000, 'the deadline, and the read made when it had come');
    assert.ok(reads.length > (hours / 31) * 0.99);
  });

  it('ends at once when the run is stopped, in the middle of a sleep', async () => {
    const controller = new AbortController();
    let now = 0;
    const clock: Clock = {
      now: () => now,
      sleep: (ms, signal) => {
        now += ms;
        if (now > 4 * 3_600_000) controller.abort(new Error('stopped'));
        return signal?.aborted === true ? Promise.reject(signal.reason as Error) : Promise.resolve();
      },
    };
    const wait = { ...waitFor(['new']).wait, deadlineSeconds: hours };
    await assert.rejects(
      eventually(wait, { ...polling(), clock, timing: patient, signal: controller.signal }),
      /stopped/,
    );
    assert.ok(now < 4 * 3_600_000 + patient.pollMaxMs);
  });
});

describe('poll schedule', () => {
  it('grows from the first wait to the greatest and stays there', () => {
    const delays = pollSchedule(timing, () => 0);
    assert.deepEqual(
      Array.from({ length: 6 }, () => delays.next().value),
      [100, 150, 225, 337.5, 400, 400],
    );
  });

  it('shortens each wait by a tenth at most', () => {
    const delays = pollSchedule(timing, () => 0.999);
    const first = delays.next().value;
    assert.ok(first > 90 && first < 100);
  });
});
