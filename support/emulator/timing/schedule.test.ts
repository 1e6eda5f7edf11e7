import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createFakeClock } from '../test-kit/fake-clock.js';
import { startAlarm } from './alarm.js';
import { createEmulatedClock } from './emulated-clock.js';
import { passIdleTime } from './idle-time.js';
import { createSchedule } from './schedule.js';

test('effects run in the order of their instants whenever somebody looks', () => {
  const delays = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 20 });
  const looks = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 20 });
  fc.assert(
    fc.property(delays, looks, (planned, glances) => {
      const schedule = createSchedule();
      const ran: { readonly at: number; readonly index: number }[] = [];
      planned.forEach((seconds, index) => {
        schedule.after(0, seconds, (at) => ran.push({ at, index }));
      });
      for (const glance of [...glances].sort((left, right) => left - right)) schedule.advanceTo(glance * 1000);
      schedule.advanceTo(50_000);
      const expected = planned
        .map((seconds, index) => ({ at: seconds * 1000, index }))
        .sort((left, right) => left.at - right.at || left.index - right.index);
      assert.deepEqual(ran, expected);
    }),
  );
});

test('an effect planned by an effect runs in the same look when it is due', () => {
  const schedule = createSchedule();
  const ran: number[] = [];
  schedule.after(0, 1, (at) => {
    ran.push(at);
    schedule.after(at, 1, (later) => ran.push(later));
  });
  schedule.advanceTo(2000);
  assert.deepEqual(ran, [1000, 2000]);
  assert.equal(schedule.next(), null);
});

test('emulated time runs by its scale and tells real waits', () => {
  const clock = createFakeClock(5000);
  const emulated = createEmulatedClock(clock, 1200);
  clock.advance(10);
  assert.equal(emulated.now(), 5000 + 12_000);
  assert.equal(emulated.realMsUntil(5000 + 24_000), 10);
  assert.equal(emulated.realMsUntil(0), 0);
});

test('the alarm runs what is due without anybody asking, also when something earlier is planned later', async () => {
  const clock = createFakeClock(0);
  const schedule = createSchedule();
  const alarm = startAlarm(schedule, createEmulatedClock(clock, 1), clock, assert.ifError);
  const ran: string[] = [];
  schedule.after(0, 100, () => ran.push('late'));
  schedule.after(0, 10, () => ran.push('early'));
  clock.advance(10_000);
  await settled();
  assert.deepEqual(ran, ['early']);
  clock.advance(90_000);
  await settled();
  assert.deepEqual(ran, ['early', 'late']);
  schedule.after(100_000, 1, () => ran.push('never'));
  alarm.stop();
  clock.advance(10_000);
  await settled();
  assert.deepEqual(ran, ['early', 'late']);
});

test('idle time ends at each effect, so that every state can be seen, and never runs far ahead', () => {
  const clock = createFakeClock(0);
  const schedule = createSchedule();
  const emulated = createEmulatedClock(clock, 2000);
  const alarm = startAlarm(schedule, emulated, clock, assert.ifError);
  const ran: string[] = [];
  schedule.after(0, 60, (at) => {
    ran.push('first');
    schedule.after(at, 60, () => ran.push('second'));
  });
  const seen = [];
  for (let wait = 0; wait < 3; wait += 1) {
    passIdleTime(emulated, schedule, alarm);
    seen.push([emulated.now() / 1000, ran.length]);
  }
  assert.deepEqual(seen, [
    [60, 1],
    [120, 2],
    [520, 2],
  ]);
  alarm.stop();
});

test('the alarm keeps ringing in time after a leap', async () => {
  const clock = createFakeClock(0);
  const schedule = createSchedule();
  const emulated = createEmulatedClock(clock, 1);
  const alarm = startAlarm(schedule, emulated, clock, assert.ifError);
  const ran: string[] = [];
  schedule.after(0, 100, () => ran.push('leapt to'));
  schedule.after(0, 110, () => ran.push('rung for'));
  passIdleTime(emulated, schedule, alarm);
  assert.deepEqual(ran, ['leapt to']);
  clock.advance(9_999);
  await settled();
  assert.deepEqual(ran, ['leapt to']);
  clock.advance(1);
  await settled();
  assert.deepEqual(ran, ['leapt to', 'rung for']);
  emulated.leapTo(0);
  assert.equal(emulated.now(), 110_000);
  alarm.stop();
});

test('an effect that breaks is reported', async () => {
  const clock = createFakeClock(0);
  const schedule = createSchedule();
  const problems: unknown[] = [];
  const alarm = startAlarm(schedule, createEmulatedClock(clock, 1), clock, (problem) => problems.push(problem));
  schedule.after(0, 1, () => {
    throw new Error('broken effect');
  });
  clock.advance(1000);
  await settled();
  assert.match(String(problems), /broken effect/);
  alarm.stop();
});

/** Lets every promise that is ready run. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

test('after an effect has thrown nothing runs any more and everybody learns why', () => {
  const schedule = createSchedule();
  const ran: number[] = [];
  schedule.after(0, 1, () => {
    throw new Error('broken effect');
  });
  schedule.after(0, 2, (at) => ran.push(at));
  for (const now of [1000, 2000, 3000])
    assert.throws(() => {
      schedule.advanceTo(now);
    }, /broken effect/);
  assert.deepEqual(ran, []);
});

test('a wait longer than a timer can be is cut, and the effect still comes when it is due', async () => {
  const clock = createFakeClock(0);
  const waits: number[] = [];
  const watched = { ...clock, sleep: (ms: number, signal?: AbortSignal) => (waits.push(ms), clock.sleep(ms, signal)) };
  const schedule = createSchedule();
  const alarm = startAlarm(schedule, createEmulatedClock(clock, 1), watched, assert.ifError);
  const ran: number[] = [];
  schedule.after(0, 3_000_000, (at) => ran.push(at));
  clock.advance(2 ** 31 - 1);
  await settled();
  assert.deepEqual(ran, []);
  clock.advance(3_000_000_000 - (2 ** 31 - 1));
  await settled();
  assert.deepEqual([ran, waits], [[3_000_000_000], [2 ** 31 - 1, 3_000_000_000 - (2 ** 31 - 1)]]);
  alarm.stop();
});
