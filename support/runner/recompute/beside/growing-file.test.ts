import assert from 'node:assert/strict';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { withFolder } from '../../../evidence/testing/sample-run.js';
import { GrowingFile } from './growing-file.js';
import { Growth } from './growth.js';

describe('GrowingFile', () => {
  it('is read to its end while it grows, and its reader waits for what is not there yet', async () => {
    await withFolder(async (root) => {
      const path = join(root, 'a.ndjson');
      await writeFile(path, 'one');
      const growth = new Growth();
      const file = new GrowingFile(root, 'a.ndjson', growth);
      const chunks = file.open();
      const next = async () => {
        const read = await chunks.next();
        return read.done === true ? null : String(read.value);
      };
      assert.equal(await next(), 'one');
      const waiting = next();
      await appendFile(path, 'two');
      growth.grow();
      assert.equal(await waiting, 'two');
      // What is written before the end is told is read, however late that is.
      await appendFile(path, 'three');
      growth.end();
      assert.equal(await next(), 'three');
      assert.equal(await next(), null);
      assert.equal(file.bytes, 11);
      assert.ok(await file.isUnchanged());
    });
  });

  it('tells when the file no longer holds what was read of it', async () => {
    await withFolder(async (root) => {
      const path = join(root, 'a.ndjson');
      await writeFile(path, 'one two');
      const growth = new Growth();
      growth.end();
      const file = new GrowingFile(root, 'a.ndjson', growth);
      for await (const bytes of file.open()) assert.equal(String(bytes), 'one two');
      assert.ok(await file.isUnchanged());
      await writeFile(path, 'one six');
      assert.ok(!(await file.isUnchanged()));
      await writeFile(path, 'one two and more');
      assert.ok(!(await file.isUnchanged()));
    });
  });
});
