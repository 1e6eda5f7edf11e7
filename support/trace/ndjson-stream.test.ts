import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CodedError } from '../messages/coded-error.js';
import type { AppendFile } from './append-file.js';
import { openNdjsonStream } from './ndjson-stream.js';

/** A file in memory whose writes wait until told, and fail when told. */
function slowFile() {
  const writes: string[] = [];
  const waiting: (() => void)[] = [];
  let closed = 0;
  let problem: Error | null = null;
  const file: AppendFile = {
    append: async (bytes) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      if (problem !== null) throw problem;
      writes.push(Buffer.from(bytes).toString('utf8'));
    },
    cutTo: () => Promise.resolve(),
    flush: () => Promise.resolve(),
    close: () => Promise.resolve(void (closed += 1)),
  };
  return {
    file,
    writes,
    closed: () => closed,
    fail: (error: Error) => (problem = error),
    /** Lets writes through until nothing is waiting. */
    release: async () => {
      for (let quiet = 0; quiet < 5; quiet += 1) {
        for (const resolve of waiting.splice(0)) resolve();
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

const isCoded = (code: string) => (error: unknown) =>
  error instanceof CodedError && error.code === code && error.exit === 3;

test('lines keep their order, and those that wait are written together', async () => {
  const disk = slowFile();
  const stream = await openNdjsonStream('f', () => Promise.resolve(disk.file));
  const all = Promise.all([stream.write([1]), stream.write([{ a: 2 }]), stream.write([3, 4]), stream.write([])]);
  await disk.release();
  await all;
  assert.equal(disk.writes.join(''), '1\n{"a":2}\n3\n4\n');
  assert.ok(disk.writes.length <= 2);
});

test('a write is over only when the file has taken it', async () => {
  const disk = slowFile();
  const stream = await openNdjsonStream('f', () => Promise.resolve(disk.file));
  let over = false;
  const write = stream.write([1]).then(() => (over = true));
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(over, false);
  await disk.release();
  await write;
  assert.equal(over, true);
});

test('a failed write fails every later call', async () => {
  const disk = slowFile();
  const stream = await openNdjsonStream('f', () => Promise.resolve(disk.file));
  disk.fail(new Error('no space left'));
  const first = assert.rejects(stream.write([1]), isCoded('TRC-102'));
  await disk.release();
  await first;
  await assert.rejects(stream.write([2]), isCoded('TRC-102'));
  await assert.rejects(stream.flush(), isCoded('TRC-102'));
  await assert.rejects(stream.close(), isCoded('TRC-102'));
  assert.equal(disk.closed(), 1, 'the handle is closed all the same');
});

test('a file that cannot be opened and a line after the end are coded errors', async () => {
  await assert.rejects(
    openNdjsonStream('f', () => Promise.reject(new Error('EACCES'))),
    isCoded('TRC-101'),
  );
  const disk = slowFile();
  const stream = await openNdjsonStream('f', () => Promise.resolve(disk.file));
  await stream.close();
  await stream.close();
  assert.equal(disk.closed(), 1);
  await assert.rejects(stream.write([1]), isCoded('TRC-103'));
});
