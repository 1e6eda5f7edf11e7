import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { withFolder } from '../testing/sample-run.js';
import { openPack } from '../verify/open-pack.js';
import { pausesIn } from './pauses-in.js';

const at = (minute: number) => `2026-11-21T08:${String(minute).padStart(2, '0')}:00.000Z`;

async function pausesOf(...types: readonly string[]) {
  let found: unknown;
  await withFolder(async (folder) => {
    await mkdir(join(folder, 'journal'));
    const lines = types.map((type, minute) => `${JSON.stringify({ n: minute + 1, at: at(minute), type })}\n`);
    await writeFile(join(folder, 'journal/events.ndjson'), lines.join(''));
    found = await pausesIn(await openPack(folder));
  });
  return found;
}

test('a run in one piece never stood still, and one without a journal has nothing to say', async () => {
  assert.deepEqual(await pausesOf('run-started', 'scenario-finished', 'ended'), []);
  await withFolder(async (folder) => {
    assert.deepEqual(await pausesIn(await openPack(folder)), []);
  });
});

test('a pause lasts from the stop, or from the last thing recorded by a run that was killed, until it was resumed', async () => {
  const types = ['run-started', 'stopped', 'resumed', 'intent', 'resumed', 'ended'];
  assert.deepEqual(await pausesOf(...types), [
    { from: at(1), to: at(2), stopped: true },
    { from: at(3), to: at(4), stopped: false },
  ]);
});
