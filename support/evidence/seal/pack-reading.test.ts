import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { withFolder } from '../testing/sample-run.js';
import { packReading, type PackReading, type ReadingRequest } from './pack-reading.js';
import { packReadingBeside } from './pack-reading-beside.js';

const secret = 'key-0123456789abcdef';
const ways: readonly (readonly [string, (request: ReadingRequest) => PackReading])[] = [
  ['in this thread', packReading],
  ['in a thread of its own', packReadingBeside],
];

const withPack = (
  read: (request: ReadingRequest) => PackReading,
  work: (reading: PackReading, zip: string) => Promise<void>,
) =>
  withFolder(async (parent) => {
    const [root, zip] = [join(parent, 'run-1'), join(parent, 'run-1.zip')];
    await mkdir(root);
    await writeFile(join(root, 'a.json'), '{}');
    await writeFile(join(root, 'b.txt'), `key ${secret} card 4111111111111111`);
    await writeFile(join(root, 'c.txt'), 'not scanned');
    const request = { root, zip, runId: 'run-1', secrets: [{ kind: 'api-key', value: secret }] };
    await work(read(request), zip);
  });

for (const [name, read] of ways) {
  test(`read ${name}, a pack says what it holds, whatever the order, and is packed`, () =>
    withPack(read, async (reading, zip) => {
      await reading.read(['b.txt']);
      await reading.read(['a.json']);
      const { scan, entries } = await reading.found();
      assert.deepEqual([scan.files, scan.bytes, scan.outcome], [2, 2 + 4 + 20 + 6 + 16, 'hit']);
      assert.deepEqual(
        scan.hits.map(({ rule, file, offset }) => [rule, file, offset]),
        [
          ['known-secret', 'b.txt', 4],
          ['card-number', 'b.txt', 30],
        ],
      );
      assert.deepEqual([...entries.keys()].sort(), ['a.json', 'b.txt']);
      await reading.finish(['a.json', 'b.txt', 'c.txt']);
      const packed = await readFile(zip, 'latin1');
      for (const path of ['a.json', 'b.txt', 'c.txt']) assert.ok(packed.includes(`run-1/${path}`), path);
    }));

  test(`read ${name}, a pack that is given up leaves no zip, and may be given up twice`, () =>
    withPack(read, async (reading, zip) => {
      await reading.read(['a.json']);
      await reading.discard();
      await reading.discard();
      assert.deepEqual(await readdir(join(zip, '..')), ['run-1']);
    }));

  test(`read ${name}, what is asked for at once is read in order, and nothing after what cannot be read`, () =>
    withPack(read, async (reading) => {
      const asked = [
        reading.read(['b.txt']),
        reading.read(['a.json']),
        reading.read(['none.txt']),
        reading.read(['c.txt']),
      ];
      const ends = (await Promise.allSettled(asked)).map(({ status }) => status);
      assert.deepEqual(ends, ['fulfilled', 'fulfilled', 'rejected', 'rejected']);
      assert.deepEqual([...(await reading.found()).entries.keys()], ['b.txt', 'a.json']);
      await reading.discard();
    }));

  test(`read ${name}, a file that cannot be read is an error of that work`, () =>
    withPack(read, async (reading) => {
      await assert.rejects(reading.read(['none.txt']), /ENOENT/);
      await reading.discard();
    }));
}

test('a thread that has ended refuses further work instead of waiting for ever', () =>
  withPack(packReadingBeside, async (reading) => {
    await reading.discard();
    await assert.rejects(reading.found(), /has ended/);
  }));

test('a zip that cannot be written has the same code from a thread', () =>
  withPack(packReadingBeside, async (unused, zip) => {
    await unused.discard();
    const root = join(zip, '..', 'run-1');
    const reading = packReadingBeside({ root, zip: join(root, 'none/run-1.zip'), runId: 'run-1', secrets: [] });
    await assert.rejects(reading.finish(['a.json']), { code: 'EVD-101' });
  }));
