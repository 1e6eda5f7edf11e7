import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { evidenceFolder } from './evidence-folder.js';
import { withFolder } from './testing/sample-run.js';

test('a file is written with the folders it needs, and nothing is left beside it', () =>
  withFolder(async (root) => {
    await evidenceFolder(root).write('results/a.json', '{}');
    await evidenceFolder(root).write('results/a.json', '{"b":1}');
    assert.deepEqual(await readdir(join(root, 'results')), ['a.json']);
    assert.equal(await readFile(join(root, 'results', 'a.json'), 'utf8'), '{"b":1}');
  }));

test('a path that leaves the folder is refused', () =>
  withFolder(async (root) => {
    for (const path of ['../a.json', '.', '/etc/a.json', 'a/../../b.json']) {
      await assert.rejects(evidenceFolder(root).write(path, ''), { code: 'EVD-104' });
    }
  }));

test('a folder is replaced as a whole', () =>
  withFolder(async (root) => {
    const folder = evidenceFolder(root);
    await folder.replaceFolder('view', (draft) => writeFile(join(draft, 'old.json'), ''));
    await folder.replaceFolder('view', (draft) => writeFile(join(draft, 'new.json'), ''));
    assert.deepEqual(await readdir(join(root, 'view')), ['new.json']);
    assert.deepEqual(await readdir(root), ['view']);
  }));

test('a folder that cannot be filled keeps what was there', () =>
  withFolder(async (root) => {
    const folder = evidenceFolder(root);
    await folder.replaceFolder('view', (draft) => writeFile(join(draft, 'old.json'), ''));
    await assert.rejects(
      folder.replaceFolder('view', () => Promise.reject(new Error('disk full'))),
      /disk full/,
    );
    assert.deepEqual(await readdir(join(root, 'view')), ['old.json']);
    assert.deepEqual(await readdir(root), ['view']);
  }));

test('a write that fails says which artefact', () =>
  withFolder(async (root) => {
    await writeFile(join(root, 'results'), 'a file where a folder is needed');
    await assert.rejects(evidenceFolder(root).write('results/a.json', ''), { code: 'EVD-101', exit: 3 });
  }));
