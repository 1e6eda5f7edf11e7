import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readExchanges } from './read-exchanges.js';
import { anExchange, withFolder } from './testing/sample-run.js';

async function idsIn(file: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of readExchanges(file)) ids.push(id);
  return ids;
}

test('exchanges come one by one, in order', () =>
  withFolder(async (folder) => {
    const file = join(folder, 'exchanges.ndjson');
    await writeFile(file, ['x-000001', 'x-000002'].map((id) => `${JSON.stringify(anExchange({ id }))}\n`).join(''));
    assert.deepEqual(await idsIn(file), ['x-000001', 'x-000002']);
  }));

test('a line that is not an exchange stops the reading and is named', () =>
  withFolder(async (folder) => {
    const file = join(folder, 'exchanges.ndjson');
    for (const bad of ['{"id":', '{"id":"x-000002"}', '[]', 'null']) {
      await writeFile(file, `${JSON.stringify(anExchange())}\n${bad}\n`);
      await assert.rejects(idsIn(file), { code: 'EVD-103', message: /^Line 2 of/ });
    }
  }));

test('a file that is not there is an error, not an empty recording', () =>
  withFolder(async (folder) => {
    await assert.rejects(idsIn(join(folder, 'none.ndjson')), { code: 'EVD-106' });
  }));
