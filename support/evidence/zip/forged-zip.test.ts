import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import type { PackFile } from '../pack-files.js';
import { packDraft, readToEnd } from '../seal/pack-draft.js';
import { extraField, localFile, rawZip, type RawEntry } from '../testing/raw-zip.js';
import { withFolder } from '../testing/sample-run.js';
import { openPack } from '../verify/open-pack.js';

const plain: RawEntry = { name: 'run-1/summary.json', content: '{}' };
const named = (name: string, change: Partial<RawEntry> = {}): RawEntry => ({ ...plain, name, ...change });

async function namesIn(bytes: Buffer): Promise<string[]> {
  let names: string[] = [];
  await withFolder(async (folder) => {
    const zip = join(folder, 'pack.zip');
    await writeFile(zip, bytes);
    names = (await openPack(zip)).files.map(({ path }) => path);
  });
  return names;
}

function fileOf(path: string, content: string): PackFile {
  return {
    path,
    open: async function* () {
      yield await Promise.resolve(Buffer.from(content));
    },
  };
}

test('a zip made by hand is read when it is what our own writer makes, byte for byte', () =>
  withFolder(async (folder) => {
    const contents: [string, string][] = [
      ['a/b.json', '[1]'],
      ['summary.json', '{}'],
      ['ünï.txt', 'x'.repeat(2_000_000)],
    ];
    const zip = join(folder, 'run-1.zip');
    await packDraft(zip, 'run-1').finish(contents.map(([path, content]) => fileOf(path, content)));
    const utf8 = (name: string) => (/^[ -~]*$/.test(name) ? {} : { said: { flags: 0x08_08 } });
    const byHand = rawZip(contents.map(([path, content]) => ({ name: `run-1/${path}`, content, ...utf8(path) })));
    assert.deepEqual(byHand, await readFile(zip));
    assert.deepEqual(
      await namesIn(byHand),
      contents.map(([path]) => path),
    );
  }));

const large = randomBytes(1_000_000).toString('base64');
const [small, huge] = [{ content: '{}' }, { content: large }];
const size = (bytes: number): Partial<RawEntry> => ({ said: { size: bytes } });
const bits = (content: string) => ({ said: { crc: crc32(`${content} `) } });
const behind = Buffer.from('<html>another page</html>');

/** What a zip says of a file that is not so, small and large: found when it is read. */
const untrue: readonly [string, Partial<RawEntry>, RegExp][] = [
  ['longer', { ...small, ...size(1) }, /longer than the zip says/],
  ['shorter', { ...small, ...size(3) }, /shorter than the zip says/],
  ['much longer', { ...huge, ...size(2) }, /longer than the zip says/],
  ['much longer, as it may be', { ...huge, ...size(999_999) }, /longer than the zip says/],
  ['much shorter', { ...huge, ...size(1_000_000_000) }, /shorter than the zip says/],
  ['of another checksum', { ...small, ...bits('{}') }, /another checksum/],
  ['large and of another checksum', { ...huge, ...bits(large) }, /another checksum/],
  ['followed by a page behind its packed form', { ...small, behind }, /something behind its end/],
  ['followed by a whole file behind its packed form', { ...small, behind: localFile(plain) }, /something behind its/],
  ['followed by much behind its packed form', { ...small, behind: randomBytes(600_000) }, /something behind its end/],
  ['large and followed by a page', { ...huge, behind }, /something behind its end/],
  ['large and followed by much', { ...huge, behind: randomBytes(600_000) }, /something behind its end/],
  ['empty and of another checksum', { content: '', stored: true, said: { crc: 1 } }, /another checksum/],
];

for (const [name, change, problem] of untrue) {
  test(`a file that is ${name}, is refused when it is read`, () =>
    withFolder(async (folder) => {
      const zip = join(folder, 'pack.zip');
      await writeFile(zip, rawZip([named('run-1/a', change)]));
      const [file] = (await openPack(zip)).files;
      assert.ok(file);
      await assert.rejects(readToEnd(file), { code: 'VFY-302', exit: 4, message: problem });
    }));
}

const swapTops = (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('run-1/', 'run-2/'), 'latin1');
const one = (change: Partial<RawEntry>) => rawZip([named('run-1/summary.json', change)]);

/** The extra field by which Info-ZIP gives a file another name. */
function otherName(name: string, other: string): Buffer {
  const head = Buffer.alloc(5, 1);
  head.writeUInt32LE(crc32(name), 1);
  return extraField(0x70_75, Buffer.concat([head, Buffer.from(other)]));
}

const swapped = otherName('run-1/summary.json', 'run-1/results.json');
const page = Buffer.concat([Buffer.from('packed'), behind]);

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
  ['a symbolic link', one({ mode: 0o12_0777 }), /"run-1\/summary\.json" is a symbolic link/],
  ['an encrypted file', one({ said: { flags: 9 } }), /"run-1\/summary\.json" is encrypted/],
  ['a file that is not packed', one({ stored: true }), /"run-1\/summary\.json" is stored as it is/],
  [
    'another name before the data',
    one({ local: { name: 'run-1/results.json' } }),
    /"run-1\/summary\.json" has two names/,
  ],
  [
    'another name of that length',
    one({ local: { name: 'run-1/summary.html' } }),
    /"run-1\/summary\.json" has two names/,
  ],
  ['another folder before the data', swapTops(rawZip([plain])), /has two names/],
  ['a second folder', rawZip([plain, named('run-2/summary.json')]), /2 folders/],
  ['a file outside the folder', rawZip([plain, named('summary.json')]), /"summary\.json" lies outside/],
  ['something behind its end', Buffer.concat([rawZip([plain]), Buffer.from('trailing')]), /end is missing/],
  ['something before its start', Buffer.concat([Buffer.from('#!/bin/sh\n'), rawZip([plain])]), /stands between/],
  ['a comment', rawZip([plain], 'hello'), /end is missing/],
  ['nothing', rawZip([]), /0 folders/],
  [
    'a page that only those see who go by the header before the data',
    one({ behind: page, local: { method: 0, flags: 0, crc: 1, compressed: 9, size: 9 } }),
    /header before the file "run-1\/summary\.json" disagrees with the list \(its flags\)/,
  ],
  ['another way of packing before the data', one({ local: { method: 0 } }), /disagrees .* \(its way of packing\)/],
  ['a checksum before the data', one({ local: { crc: 1 } }), /disagrees .* \(its checksum or sizes\)/],
  ['a size before the data', one({ local: { size: 2 } }), /disagrees .* \(its checksum or sizes\)/],
  ['another date before the data', one({ local: { date: 0 } }), /disagrees .* \(its date\)/],
  ['another date', one({ said: { date: 0x00_21_00_01 } }), /listed in a way .* \(its date\)/],
  [
    'a name by an extra field in both headers',
    one({ said: { extra: swapped } }),
    /listed in a way .* \(its extra fields\)/,
  ],
  [
    'a name by an extra field in the list',
    one({ listed: { extra: swapped } }),
    /listed in a way .* \(its extra fields\)/,
  ],
  ['a name by an extra field before the data', one({ local: { extra: swapped } }), /disagrees .* \(its extra fields\)/],
  [
    'a wide size that is not needed',
    one({ listed: { extra: extraField(1, Buffer.alloc(24)) } }),
    /\(its extra fields\)/,
  ],
  ['a comment at a file', one({ comment: 'CERTIFIED' }), /listed in a way .* \(its comment\)/],
  ['an executable file', one({ mode: 0o10_0755 }), /listed in a way .* \(its kind of file\)/],
  [
    'another checksum behind the data',
    one({ descriptor: { crc: 1 } }),
    /behind the file "run-1\/summary\.json" disagree/,
  ],
  ['another length behind the data', one({ descriptor: { compressed: 1 } }), /behind the file .* disagree/],
  ['no checksum behind the data', one({ descriptor: Buffer.alloc(0) }), /behind the file .* disagree/],
  ['bytes between its files', Buffer.concat([one({ descriptor: behind })]), /behind the file .* disagree/],
];

for (const [name, bytes, problem] of forged) {
  test(`a zip with ${name} is refused before anything of it is read, and the file is named`, () =>
    assert.rejects(namesIn(bytes), { code: 'VFY-301', exit: 4, message: problem }));
}

test('a file that is not in the list is found between two that are', () => {
  const whole = rawZip([plain, named('run-1/z.json')]);
  const hidden = localFile(named('run-1/page.html'));
  const at = localFile(plain).length;
  const bytes = Buffer.concat([whole.subarray(0, at), hidden, whole.subarray(at)]);
  // The list knows where its files lie, and the end where the list lies.
  const list = whole.readUInt32LE(whole.length - 6) + hidden.length;
  bytes.writeUInt32LE(list, bytes.length - 6);
  const second = bytes.indexOf('PK\u0001\u0002', list + 4, 'latin1');
  bytes.writeUInt32LE(at + hidden.length, second + 42);
  return assert.rejects(namesIn(bytes), { code: 'VFY-301', message: /bytes before "run-1\/z\.json"/ });
});
