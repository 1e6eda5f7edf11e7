import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { rawZip, type RawEntry } from '../testing/raw-zip.js';
import { withFolder } from '../testing/sample-run.js';
import { readZip } from './read-zip.js';

const plain: RawEntry = { name: 'run-1/summary.json', content: '{}' };
const named = (name: string, change: Partial<RawEntry> = {}): RawEntry => ({ ...plain, name, ...change });

async function namesIn(bytes: Buffer): Promise<string[]> {
  let names: string[] = [];
  await withFolder(async (folder) => {
    const zip = join(folder, 'pack.zip');
    await writeFile(zip, bytes);
    names = (await readZip(zip)).map(({ path }) => path);
  });
  return names;
}

test('a plain zip made by hand is read', async () => {
  assert.deepEqual(await namesIn(rawZip([plain, named('run-1/a/b.json', { method: 8 })])), [
    'a/b.json',
    'summary.json',
  ]);
});

const swapTops = (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('run-1/', 'run-2/'), 'latin1');

/** What somebody writes into a zip, and what is said of it. */
const forged: readonly [string, Buffer, RegExp][] = [
  [
    'a path that leaves the folder',
    rawZip([plain, named('run-1/../../etc/passwd')]),
    /"run-1\/\.\.\/\.\.\/etc\/passwd" leaves/,
  ],
  ['an absolute path', rawZip([plain, named('/etc/passwd')]), /"\/etc\/passwd" is an absolute path/],
  ['a path with backslashes', rawZip([plain, named('run-1\\..\\x')]), /holds a backslash/],
  ['a file twice', rawZip([plain, plain]), /"run-1\/summary\.json" comes twice/],
  ['a file twice by case alone', rawZip([plain, named('run-1/Summary.json')]), /"run-1\/Summary\.json" comes twice/],
  [
    'a symbolic link',
    rawZip([named('run-1/summary.json', { mode: 0o12_0777 })]),
    /"run-1\/summary\.json" is a symbolic link/,
  ],
  ['an encrypted file', rawZip([named('run-1/summary.json', { flags: 1 })]), /"run-1\/summary\.json" is encrypted/],
  [
    'another name before the data than in the list',
    rawZip([named('run-1/summary.json', { localName: 'run-1/results.json' })]),
    /"run-1\/summary\.json" has two names/,
  ],
  ['another folder before the data', swapTops(rawZip([plain])), /has two names/],
  ['a second folder', rawZip([plain, named('run-2/summary.json')]), /2 folders/],
  ['a file outside the folder', rawZip([plain, named('summary.json')]), /"summary\.json" lies outside/],
  ['something behind its end', Buffer.concat([rawZip([plain]), Buffer.from('trailing')]), /end is missing/],
  [
    'something before its start',
    Buffer.concat([Buffer.from('#!/bin/sh\n'), rawZip([plain])]),
    /stands between|is torn|bytes before/,
  ],
  ['a comment', rawZip([plain], 'hello'), /end is missing/],
  ['nothing', rawZip([]), /0 folders/],
];

for (const [name, bytes, problem] of forged) {
  test(`a zip with ${name} is refused before anything of it is read, and the file is named`, () =>
    assert.rejects(namesIn(bytes), { code: 'VFY-301', exit: 4, message: problem }));
}
