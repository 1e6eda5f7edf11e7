import assert from 'node:assert/strict';
import { createHash, randomFillSync } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { packFilesIn, type PackFile } from '../pack-files.js';
import { withFolder } from '../testing/sample-run.js';
import { readZip } from '../zip/read-zip.js';
import { packDraft, readToEnd } from './pack-draft.js';

const noise = randomFillSync(Buffer.alloc(3 * 1024 * 1024));

/** A file of a pack that counts how often it is read; like a real one, it has one buffer for all its chunks. */
function counting(path: string, content: Buffer): PackFile & { readonly reads: () => number } {
  let reads = 0;
  return {
    path,
    reads: () => reads,
    open: async function* () {
      reads += 1;
      const buffer = Buffer.alloc(100_000);
      for (let at = 0; at < content.length; at += buffer.length)
        yield await Promise.resolve(buffer.subarray(0, content.copy(buffer, 0, at)));
    },
  };
}

async function bytesOf(file: PackFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of file.open()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const contents: Readonly<Record<string, Buffer>> = {
  'a.json': Buffer.from('{}'),
  'empty.txt': Buffer.alloc(0),
  'exchanges/exchanges.ndjson': noise,
  'z.json': Buffer.from('[]'),
};

test('each file is read once: hashed and packed as it passes, large, small and empty ones', () =>
  withFolder(async (root) => {
    const zip = join(root, 'run-1.zip');
    const draft = packDraft(zip, 'run-1');
    const files = Object.entries(contents).map(([path, content]) => counting(path, content));
    for (const file of files.slice(0, 3)) {
      assert.deepEqual(await bytesOf(draft.reading(file)), contents[file.path]);
    }
    await draft.finish(files);
    assert.deepEqual(
      files.map(({ reads }) => reads()),
      [1, 1, 1, 1],
    );
    const { top, files: packed } = await readZip(zip);
    assert.equal(top, 'run-1');
    assert.deepEqual(
      packed.map(({ path }) => path),
      Object.keys(contents).sort(),
    );
    for (const file of packed) assert.deepEqual(await bytesOf(file), contents[file.path], file.path);
    const sha256 = createHash('sha256').update(noise).digest('hex');
    const path = 'exchanges/exchanges.ndjson';
    assert.deepEqual(draft.entries.get(path), { path, sha256, bytes: noise.length });
    assert.deepEqual(await readdir(root), ['run-1.zip']);
  }));

test('the manifest and what is signed are packed and not listed', () =>
  withFolder(async (root) => {
    const draft = packDraft(join(root, 'run-1.zip'), 'run-1');
    await draft.finish([counting('manifest.json', noise), counting('attestations/a.json', noise)]);
    assert.equal(draft.entries.size, 0);
  }));

test('a draft that is given up leaves nothing', () =>
  withFolder(async (root) => {
    const draft = packDraft(join(root, 'run-1.zip'), 'run-1');
    await readToEnd(draft.reading(counting('a', noise)));
    await draft.discard();
    await draft.discard();
    assert.deepEqual(await readdir(root), []);
  }));

test('a zip that cannot be written is an error, whoever reads on', () =>
  withFolder(async (root) => {
    await writeFile(join(root, 'file'), '');
    const draft = packDraft(join(root, 'file/run-1.zip'), 'run-1');
    const files = Array.from({ length: 8 }, (_, index) => counting(`${index}`, noise));
    await assert.rejects(draft.finish(files), { code: 'EVD-101' });
  }));

test('the same files give the same bytes', () =>
  withFolder(async (root) => {
    await mkdir(join(root, 'in'));
    await writeFile(join(root, 'in/a'), noise);
    const { files } = await packFilesIn(join(root, 'in'));
    const made: Buffer[] = [];
    for (const name of ['one.zip', 'two.zip']) {
      await packDraft(join(root, name), 'run-1').finish(files);
      made.push(await readFile(join(root, name)));
    }
    assert.deepEqual(made[0], made[1]);
  }));
