import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PackFile } from '../../evidence/pack-files.js';
import { fileRange } from './file-range.js';
import { StreamDigests } from './stream-digests.js';

/** A file that comes in chunks of these sizes. */
function fileOf(chunks: readonly Uint8Array[]): PackFile {
  return {
    path: 'logs/run.ndjson',
    async *open() {
      for (const chunk of chunks) yield Promise.resolve(Buffer.from(chunk));
    },
  };
}

const chunksArbitrary = fc.array(fc.uint8Array({ minLength: 1, maxLength: 9 }), { maxLength: 8 });

async function bytesOf(file: PackFile): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of file.open()) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

test('a range is what it says of the file, however the file comes', async () => {
  await fc.assert(
    fc.asyncProperty(chunksArbitrary, fc.nat(80), fc.nat(80), async (chunks, from, bytes) => {
      const whole = Buffer.concat(chunks);
      assert.deepEqual(await bytesOf(fileRange('x', fileOf(chunks), from, bytes)), whole.subarray(from, from + bytes));
    }),
  );
});

test('digests at growing lengths are those of the beginnings of the file', async () => {
  await fc.assert(
    fc.asyncProperty(chunksArbitrary, fc.array(fc.nat(9)), async (chunks, steps) => {
      const whole = Buffer.concat(chunks);
      const file = fileOf(chunks);
      const digests = new StreamDigests({ place: '', files: [file], odd: [], file: () => file });
      let bytes = 0;
      for (const step of steps) {
        bytes = Math.min(whole.length, bytes + step);
        const sha256 = createHash('sha256').update(whole.subarray(0, bytes)).digest('hex');
        assert.deepEqual(await digests.at([{ file: file.path, bytes }]), [{ file: file.path, bytes, sha256 }]);
      }
    }),
  );
});
