import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { rawZip, type RawEntry } from '../testing/raw-zip.js';
import { withFolder } from '../testing/sample-run.js';
import { readToEnd } from '../seal/pack-draft.js';
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

const [large, many] = ['x'.repeat(1_000_000), { size: 1_000_000_000 }];

/** What a zip says of the length of a file that it does not have: stored and packed, small and large. */
const lengths: readonly [string, RawEntry, RegExp][] = [
  ['longer, stored', named('run-1/a', { size: 1 }), /longer than the zip says/],
  ['shorter, stored', named('run-1/a', { size: 3 }), /shorter than the zip says/],
  ['longer, packed', named('run-1/a', { method: 8, size: 1 }), /longer than the zip says/],
  ['shorter, packed', named('run-1/a', { method: 8, size: 3 }), /shorter than the zip says/],
  ['much longer, packed', named('run-1/a', { method: 8, content: large, size: 2 }), /longer than the zip says/],
  ['much longer, as it may be', named('run-1/a', { method: 8, content: large, size: 999_999 }), /longer than/],
  ['much shorter, packed', named('run-1/a', { method: 8, content: large, ...many }), /shorter than the zip says/],
  ['much shorter, stored', named('run-1/a', { content: large, ...many }), /shorter than the zip says/],
];

for (const [name, entry, problem] of lengths) {
  test(`a file that is ${name}, is refused when it is read`, () =>
    withFolder(async (folder) => {
      const zip = join(folder, 'pack.zip');
      await writeFile(zip, rawZip([entry]));
      const [file] = await readZip(zip);
      assert.ok(file);
      await assert.rejects(readToEnd(file), { code: 'VFY-302', exit: 4, message: problem });
    }));
}

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
