import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { someComparison } from '../diff/dossier/testing/sample-comparison.js';
import { evidenceFolder } from '../evidence/evidence-folder.js';
import { packFilesIn } from '../evidence/pack-files.js';
import { aRun, anExchange, aRecording, withFolder } from '../evidence/testing/sample-run.js';
import { deriveRun } from './derived-run.js';
import { views } from './views.js';
import { writeViews } from './write-views.js';

async function contentsOf(root: string): Promise<[string, string][]> {
  const { files } = await packFilesIn(root);
  return Promise.all(files.map(async ({ path }) => [path, await readFile(join(root, path), 'utf8')]));
}

test('the same evidence gives the same bytes, so that verify can make every view again', () =>
  withFolder(async (folder) => {
    const recorded = aRecording([anExchange()]);
    const source = { run: await deriveRun(aRun(), recorded), recorded };
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    await writeViews(evidenceFolder(one), source);
    await writeViews(evidenceFolder(two), source);
    const written = await contentsOf(one);
    assert.deepEqual(await contentsOf(two), written);
    const paths = written.map(([path]) => path);
    for (const path of ['summary.json', 'questions.json', 'leftovers.json', 'results/findings.json', 'junit.xml'])
      assert.ok(paths.includes(path), path);
  }));

test('every view writes something of its own, and the summary comes last', () =>
  withFolder(async (folder) => {
    const recorded = aRecording([anExchange()]);
    const run = { ...(await deriveRun(aRun(), recorded)), comparison: someComparison('a sentence') };
    const source = { run, recorded };
    for (const { id, write } of views) {
      const root = join(folder, id);
      await write(evidenceFolder(root), source);
      assert.notEqual((await contentsOf(root)).length, 0, id);
    }
    assert.equal(views.at(-1)?.id, 'summary');
    assert.equal(new Set(views.map(({ id }) => id)).size, views.length);
  }));
