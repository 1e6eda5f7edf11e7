import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { harnessParts } from '../../runner/harness-parts.js';
import { openLaboratory } from '../behaviour/fault-laboratory.js';
import type { LossName } from './losses.js';

const folder = await mkdtemp(join(tmpdir(), 'axys-lost-'));
const laboratory = await openLaboratory({ folder, seed: 1 }, harnessParts);
after(async () => rm(folder, { recursive: true, force: true }));

/** Rows whose steps look at what a writing call changed, and the call that changes it. */
const tried: readonly (readonly [LossName, number, string])[] = [
  ['unheard', 2, '@TM-49 or @TM-26'],
  ['unheard', 5, '@TM-28 or @TM-29 or @TM-48 or @TM-60'],
  ['unheard', 6, '@TM-29 or @TM-56'],
  ['unheard', 7, '@TM-46'],
  ['unanswered', 2, '@TM-49 or @TM-50'],
  ['bad-gateway', 4, '@TM-26 or @TM-28'],
  ['gateway-timeout', 2, '@TM-18 or @TM-50'],
  ['gateway-timeout', 5, '@TM-28 or @TM-29 or @TM-48'],
  ['failed-after', 5, '@TM-28 or @TM-29 or @TM-48'],
  ['turned-away', 2, '@TM-49'],
];

// Every call of every scenario, in every way: node .ci/lost-calls.mjs
describe('a call that is lost between client and platform', () => {
  for (const [loss, call, tags] of tried) {
    it(`proves nothing, for or against: ${loss}, writing call ${String(call)} of ${tags}`, async () => {
      const run = await laboratory.lose({ loss, call, calls: 'writing', tags });
      assert.ok(run.lost > 0, 'no call was lost');
      assert.deepEqual(run.accusations, [], run.why);
    });
  }
});
