import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergedPlanFile, shardPlanFile } from '../evidence/shard-places.js';
import { shardOfRun } from './shard-of-run.js';

const recorded = (path: string, content: unknown) => ({
  filesIn: () => [path],
  text: () => Promise.resolve(JSON.stringify(content)),
});

test('a shard says which part it is, and any other run is none', async () => {
  assert.deepEqual(await shardOfRun(recorded(shardPlanFile, { index: 2, plan: { of: 4 } })), { index: 2, of: 4 });
  assert.equal(await shardOfRun(recorded(mergedPlanFile, { plan: { of: 4 } })), null);
});

test('a shard that does not say so is damaged', async () => {
  for (const content of [null, {}, { index: '2', plan: { of: 4 } }, { index: 2, plan: {} }]) {
    await assert.rejects(shardOfRun(recorded(shardPlanFile, content)), { code: 'VFY-302' });
  }
});
