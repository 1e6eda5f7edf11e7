import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { cutTail } from './cut-tail.js';

describe('cutTail', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'axys-cut-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** What is left of a text, and how much was cut. */
  async function cut(text: string | Uint8Array, keeps?: (value: unknown) => boolean): Promise<[string, number]> {
    const file = join(folder, 'lines.ndjson');
    await writeFile(file, text);
    const bytes = await cutTail(file, keeps);
    return [await readFile(file, 'utf8'), bytes];
  }

  const rows: readonly (readonly [string, string, string])[] = [
    ['nothing', '', ''],
    ['whole lines', '{"n":1}\n{"n":2}\n', '{"n":1}\n{"n":2}\n'],
    ['half a line', '{"n":1}\n{"n":', '{"n":1}\n'],
    ['a whole value without its line break', '{"n":1}\n{"n":2}', '{"n":1}\n'],
    ['only half a line', '{"n', ''],
    ['a last line that is no JSON', '{"n":1}\n{"n":\n', '{"n":1}\n'],
    ['a block of zeros, as a lost machine leaves it', '{"n":1}\n\0\0\0\0', '{"n":1}\n'],
    ['zeros that hold line breaks', '{"n":1}\n\0\0\n\0\n', '{"n":1}\n'],
  ];
  for (const [name, text, left] of rows) {
    it(`leaves the good part of ${name}`, async () => {
      assert.deepEqual(await cut(text), [left, Buffer.byteLength(text) - Buffer.byteLength(left)]);
    });
  }

  it('cuts whole lines that may not stay, from the end to the first that may', async () => {
    const text = '{"n":9}\n{"n":1}\n{"n":8}\n{"n":7}\n';
    assert.deepEqual(await cut(text, (value) => (value as { n: number }).n < 5), ['{"n":9}\n{"n":1}\n', 16]);
  });

  it('finds lines longer than it reads at once', async () => {
    const long = JSON.stringify({ text: 'ä'.repeat(200_000) });
    const [left, bytes] = await cut(`${long}\n${long.slice(0, -1)}`);
    assert.ok(left === `${long}\n`);
    assert.equal(bytes, Buffer.byteLength(long) - 1);
  });

  it('has nothing to cut where there is no file', async () => {
    assert.equal(await cutTail(join(folder, 'none.ndjson')), 0);
  });

  it('says which file it cannot cut', async () => {
    await assert.rejects(cutTail(folder), { code: 'TRC-105' });
  });

  it('leaves exactly the lines that were whole, wherever a file breaks off', async () => {
    const line = fc.record({ text: fc.string(), n: fc.integer() }).map((value) => `${JSON.stringify(value)}\n`);
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 6 }), fc.nat(), async (lines, at) => {
        const bytes = Buffer.from(lines.join(''));
        const broken = bytes.subarray(0, bytes.length === 0 ? 0 : at % (bytes.length + 1));
        const whole = broken.subarray(0, broken.lastIndexOf(0x0a) + 1).toString();
        assert.deepEqual(await cut(broken), [whole, broken.length - Buffer.byteLength(whole)]);
      }),
      { numRuns: 60 },
    );
  });
});
