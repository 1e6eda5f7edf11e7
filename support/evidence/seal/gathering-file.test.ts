import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { test } from 'node:test';
import { withFolder } from '../testing/sample-run.js';
import { gatheringFile } from './gathering-file.js';

test('pieces of any length are written in order, and none of them waits in memory', () =>
  withFolder(async (root) => {
    const file = gatheringFile(join(root, 'file'));
    const pieces = [1, 64 * 1024, 200_000, ...Array.from({ length: 50_000 }, (_none, index) => index % 7)].map(
      (length, index) => Buffer.alloc(length, index % 256),
    );
    await new Promise((opened) => file.write(Buffer.alloc(0), opened));
    for (const piece of pieces) {
      file.write(piece);
      assert.equal(file.writableLength, 0);
    }
    file.end();
    await finished(file);
    assert.ok((await readFile(join(root, 'file'))).equals(Buffer.concat(pieces)));
  }));

test('a file that cannot be written is an error of the stream', () =>
  withFolder(async (root) => {
    const file = gatheringFile(join(root, 'none/file'));
    file.end('a');
    await assert.rejects(finished(file), { code: 'ENOENT' });
  }));
