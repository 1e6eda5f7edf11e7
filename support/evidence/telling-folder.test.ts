import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { evidenceFolder } from './evidence-folder.js';
import { tellingFolder } from './telling-folder.js';
import { withFolder } from './testing/sample-run.js';

test('a folder tells of every file that is in its place, and of none that is not', async () => {
  await withFolder(async (root) => {
    const told: string[] = [];
    const folder = tellingFolder(evidenceFolder(root), (paths) => {
      for (const path of paths) assert.ok(existsSync(join(root, path)), path);
      told.push(paths.join(' '));
    });
    await folder.write('a.json', '{}');
    await folder.writeStream('below/b.txt', ['one', 'two']);
    await folder.replaceFolder('c', (draft) => {
      for (const name of ['1', '2']) draft.write(name, 'x');
      return Promise.resolve();
    });
    await assert.rejects(folder.write('../outside', ''), { code: 'EVD-104' });
    await assert.rejects(
      folder.replaceFolder('d', (draft) => {
        draft.write('1', 'x');
        return Promise.reject(new Error('it broke'));
      }),
      /it broke/,
    );
    assert.deepEqual(told, ['a.json', 'below/b.txt', 'c/1 c/2']);
  });
});
