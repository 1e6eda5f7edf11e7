import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { baselineFiles } from '../baseline-places.js';
import { anExchange } from '../testing/sample-run.js';
import { recorderFiles } from '../../trace/recorder-files.js';
import { shapeDifferences } from './check-shapes.js';
import type { OpenPack } from './open-pack.js';

/** What is said about a pack that holds nothing but this file. */
async function problems(path: string, text: string): Promise<string[]> {
  const file = { path, open: () => Readable.from([Buffer.from(text)]) };
  const pack: OpenPack = { place: '', files: [file], odd: [], file: (wanted) => (wanted === path ? file : null) };
  const found = await shapeDifferences(pack);
  return found.filter(({ where }) => where.startsWith(path)).map(({ problem }) => problem);
}

const line = (id: string) => `${JSON.stringify(anExchange({ id }))}\n`;

test('calls that a baseline had carried over name their run; calls of the run itself never do', async () => {
  const carried = line('run-20261110T080000Z-bbbbbb/x-000002');
  assert.deepEqual(await problems(baselineFiles.exchanges, line('x-000001') + carried), []);
  assert.match((await problems(recorderFiles.exchanges, carried))[0] ?? '', /at \/id/);
  assert.match((await problems(baselineFiles.exchanges, line('run-a/b/x-000002')))[0] ?? '', /at \/id/);
});
