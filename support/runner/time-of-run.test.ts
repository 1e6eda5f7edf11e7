import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Clock } from '../config/clock.js';
import { ownContainerSettings } from '../config/container-settings.js';
import { leapsOf } from '../config/shared-time.js';
import { timeOfRun } from './time-of-run.js';

const slept: number[] = [];
const clock: Clock = { now: () => 1000, sleep: (ms) => Promise.resolve(void slept.push(ms)) };
const wallTime = () => 5000;

test('a wait for the embedded emulator counts in full on every clock of the run, and takes no time', async () => {
  const time = timeOfRun({
    clock,
    wallTime,
    configuration: { environment: 'emulator', baseUrl: null, container: null },
  });
  await time.waits.sleep(70);
  assert.deepEqual([time.clock.now(), time.waits.now(), time.wallTime(), slept], [1070, 1070, 5070, []]);
  assert.ok(time.shared !== null && leapsOf(time.shared).ahead() === 70);
});

test('a wait for a target outside this process is a real one', async () => {
  for (const environment of ['emulator', 'staging', 'production'] as const) {
    const baseUrl = new URL('https://127.0.0.1:1/v2');
    const time = timeOfRun({ clock, wallTime, configuration: { environment, baseUrl, container: null } });
    await time.waits.sleep(70);
    assert.deepEqual([time.clock.now(), time.wallTime(), slept.splice(0)], [1000, 5000, [70]], environment);
    assert.equal(time.shared, null);
  }
});

test('an emulator in a container has its own time as well', async () => {
  const container = { image: null, settings: ownContainerSettings };
  const time = timeOfRun({ clock, wallTime, configuration: { environment: 'emulator', baseUrl: null, container } });
  await time.waits.sleep(70);
  assert.deepEqual([time.clock.now(), time.wallTime(), slept.splice(0)], [1000, 5000, [70]]);
});
