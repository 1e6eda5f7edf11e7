import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { anExchange, withFolder } from './testing/sample-run.js';
import { openPack } from './verify/open-pack.js';
import { recordedStreams } from './recorded-streams.js';

/** The ids of the recorded exchanges in a folder whose file has `content`. */
async function idsOf(folder: string, content: string): Promise<string[]> {
  await mkdir(join(folder, 'exchanges'), { recursive: true });
  await writeFile(join(folder, 'exchanges/exchanges.ndjson'), content);
  const ids: string[] = [];
  for await (const { id } of recordedStreams(await openPack(folder)).exchanges()) ids.push(id);
  return ids;
}

test('exchanges come one by one, in order, and again from the start', () =>
  withFolder(async (folder) => {
    const lines = ['x-000001', 'x-000002'].map((id) => `${JSON.stringify(anExchange({ id }))}\n`).join('');
    assert.deepEqual(await idsOf(folder, lines), ['x-000001', 'x-000002']);
    assert.deepEqual(await idsOf(folder, lines), ['x-000001', 'x-000002']);
  }));

test('a line that is not an exchange stops the reading and is named', () =>
  withFolder(async (folder) => {
    for (const bad of ['{"id":', '{"id":"x-000002"}', '[]', 'null']) {
      await assert.rejects(idsOf(folder, `${JSON.stringify(anExchange())}\n${bad}\n`), {
        code: 'VFY-302',
        message: /exchanges\.ndjson line 2/,
      });
    }
  }));

test('a stream that is not there is an error, not an empty recording', () =>
  withFolder(async (folder) => {
    const { transitions } = recordedStreams(await openPack(folder));
    await assert.rejects(
      async () => {
        for await (const { entity } of transitions()) assert.fail(entity);
      },
      { code: 'VFY-302', message: /transitions\.ndjson/ },
    );
  }));

test('whoever has the same pack open shares its streams; a pack opened again is read again', () =>
  withFolder(async (folder) => {
    await idsOf(folder, '');
    const pack = await openPack(folder);
    assert.equal(recordedStreams(pack), recordedStreams(pack));
    assert.notEqual(recordedStreams(pack), recordedStreams(await openPack(folder)));
  }));
