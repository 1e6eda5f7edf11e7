import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { evidenceFolder, type FolderDraft } from './evidence-folder.js';
import { withFolder } from './testing/sample-run.js';

const fillWith = (name: string) => (draft: FolderDraft) => {
  draft.write(name, '');
  return Promise.resolve();
};

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
    await folder.replaceFolder('view', fillWith('old.json'));
    await folder.replaceFolder('view', fillWith('new.json'));
    assert.deepEqual(await readdir(join(root, 'view')), ['new.json']);
    assert.deepEqual(await readdir(root), ['view']);
  }));

test('a folder that cannot be filled keeps what was there', () =>
  withFolder(async (root) => {
    const folder = evidenceFolder(root);
    await folder.replaceFolder('view', fillWith('old.json'));
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

test('a stream is written piece by piece, and is there only when it is whole', () =>
  withFolder(async (root) => {
    const piece = 'é'.repeat(40_000);
    const pieces = async function* () {
      for (let count = 0; count < 5; count += 1) {
        yield await Promise.resolve(piece);
        assert.equal((await readdir(join(root, 'exchanges'))).includes('a.har'), false);
      }
    };
    await evidenceFolder(root).writeStream('exchanges/a.har', pieces());
    assert.equal(await readFile(join(root, 'exchanges', 'a.har'), 'utf8'), piece.repeat(5));
    await evidenceFolder(root).writeStream('exchanges/empty.har', []);
    assert.deepEqual(await readdir(join(root, 'exchanges')), ['a.har', 'empty.har']);
  }));

test('a stream that breaks leaves what was there', () =>
  withFolder(async (root) => {
    const folder = evidenceFolder(root);
    await folder.write('a.html', 'whole');
    const broken = function* () {
      yield 'x'.repeat(100_000);
      throw new Error('no more');
    };
    await assert.rejects(folder.writeStream('a.html', broken()), /no more/);
    assert.deepEqual(await readdir(root), ['a.html']);
    assert.equal(await readFile(join(root, 'a.html'), 'utf8'), 'whole');
    await assert.rejects(folder.writeStream('../a.html', []), { code: 'EVD-104' });
  }));

test('a file of a folder that is being filled stays in it', () =>
  withFolder(async (root) => {
    for (const name of ['../a.json', 'b/a.json', '..', '']) {
      await assert.rejects(evidenceFolder(root).replaceFolder('view', fillWith(name)), { code: /EVD-10[14]/ }, name);
    }
    assert.deepEqual(await readdir(root), []);
  }));

test('whoever gives the pieces is told when nothing more is taken, because the file cannot be opened', () =>
  withFolder(async (root) => {
    let isEnded = false;
    const pieces = async function* () {
      try {
        for (;;) yield Promise.resolve('x'.repeat(1 << 20));
      } finally {
        isEnded = true;
      }
    };
    await mkdir(join(root, 'a.json.partial'));
    await assert.rejects(evidenceFolder(root).writeStream('a.json', pieces()), { message: /a\.json/ });
    assert.equal(isEnded, true);
  }));
