import assert from 'node:assert/strict';
import { test } from 'node:test';
import { delays, embeddedTimeScale } from './delays.js';

test('no stage of the embedded emulator passes while a busy machine holds the harness up for half a second', () => {
  for (const [stage, seconds] of Object.entries(delays)) {
    assert.ok(seconds / embeddedTimeScale >= 0.5, `${stage} lasts ${seconds / embeddedTimeScale} s`);
  }
});
