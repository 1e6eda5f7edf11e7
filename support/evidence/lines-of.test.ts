import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linesOf, type ByteLine } from './lines-of.js';

/** Reads lines from a file that, like those of a pack, has one buffer for all its chunks. */
async function readIn(chunks: readonly Buffer[]): Promise<readonly ByteLine[]> {
  const lines: ByteLine[] = [];
  const buffer = Buffer.alloc(Math.max(0, ...chunks.map(({ length }) => length)));
  async function* open() {
    for (const chunk of chunks) {
      chunk.copy(buffer.fill(0));
      yield Promise.resolve(buffer.subarray(0, chunk.length));
    }
  }
  for await (const line of linesOf({ path: 'f', open })) lines.push({ ...line, bytes: Buffer.from(line.bytes) });
  return lines;
}

test('however a file comes in pieces, its lines are the same and nothing of it is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('a', 'ü', '\n', '\r', '\u2028')), fc.nat(), async (letters, size) => {
      const bytes = Buffer.from(letters.join(''), 'utf8');
      const step = 1 + (size % 5);
      const pieces = Array.from({ length: Math.ceil(bytes.length / step) }, (_none, index) =>
        bytes.subarray(index * step, (index + 1) * step),
      );
      const lines = await readIn(pieces);
      assert.equal(
        lines.map((line) => `${line.bytes.toString('utf8')}${line.whole ? '\n' : ''}`).join(''),
        letters.join(''),
      );
      assert.deepEqual(
        lines.map(({ number }) => number),
        lines.map((_line, index) => index + 1),
      );
      assert.equal(lines.at(-1)?.end ?? 0, bytes.length);
    }),
  );
});

test('lines end at line feeds alone: JSON may hold the other line breaks of Unicode', async () => {
  const text = JSON.stringify({ text: 'one\u2028two\u2029three\u0085four' });
  const lines = await readIn([Buffer.from(`${text}\n`, 'utf8')]);
  assert.deepEqual(
    lines.map(({ bytes }) => bytes.toString('utf8')),
    [text],
  );
});
