import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInProfile } from '../config/built-in-profile.js';
import type { Clock } from '../config/clock.js';
import { loadConfiguration } from '../config/load-configuration.js';
import { prepareRun } from './prepare-run.js';

const everything = { tags: null, scenarioId: null, rows: null, order: 'defined' } as const;
const waiver = { requirement: 'TM-29', rule: 'unstable', reason: 'ticket 7', by: 'A. Person', expires: '2031-06-30' };

function clockAt(day: string): Clock {
  return { now: () => Date.parse(day), sleep: () => Promise.reject(new Error('nothing waits here')) };
}

test('how long a waiver lasts is told by the clock of the run', async () => {
  const read = await loadConfiguration({ environment: {}, flags: {}, cwd: '/' });
  const configuration = { ...read, profile: { ...builtInProfile(), waivers: [waiver] } };
  const prepare = (day: string) => prepareRun(configuration, everything, { clock: clockAt(day) });
  await assert.rejects(prepare('2026-11-22'), { code: 'WVR-103', exit: 78 });
  const { plan } = await prepare('2031-06-01');
  assert.ok(plan.scenarios.length > 0);
});
