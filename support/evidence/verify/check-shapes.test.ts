import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { baselineFiles } from '../baseline-places.js';
import { anExchange } from '../testing/sample-run.js';
import { recorderFiles } from '../../trace/recorder-files.js';
import { shapeDifferences, shapedStreams } from './check-shapes.js';
import type { OpenPack } from './open-pack.js';

/** What is said about a pack that holds nothing but this file. */
async function problems(path: string, text: string | Buffer): Promise<string[]> {
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

test('a line that reads as it should and is written otherwise is named, once, by whoever reads it', async () => {
  const twice = line('x-000001').replace('{', '{"id":"x-000009",');
  const invalid = Buffer.from(line('x-000001')).toString('latin1').replace('GET', 'GE\xf0');
  for (const text of [twice, line('x-000001').replace(':', ': '), Buffer.from(invalid, 'latin1')]) {
    const found = await problems(recorderFiles.exchanges, text);
    assert.equal(found.filter((problem) => problem.startsWith('it is not written as')).length, 1, found.join());
  }
  assert.ok(shapedStreams.has(recorderFiles.exchanges) && !shapedStreams.has(baselineFiles.exchanges));
});
