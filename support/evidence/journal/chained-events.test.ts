import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createFakeClock } from '../../emulator/test-kit/fake-clock.js';
import { BoundStreams } from '../../trace/bound-streams.js';
import { chainStart, lineHash, type JournalHead } from '../../trace/journal-chain.js';
import { openJournal } from '../../trace/journal.js';
import { memoryFiles } from '../../trace/test-kit/memory-files.js';
import { linesOf } from '../lines-of.js';
import { sampleRunId as runId } from '../testing/sample-record.js';
import { chainedEvents, type Chained } from './chained-events.js';

const count = 12;

/** The lines of a whole journal, without their line breaks. */
async function aJournal(): Promise<readonly string[]> {
  const { open, files } = memoryFiles();
  const streams = new BoundStreams({ folder: 'run', resumable: false, open });
  const clock = createFakeClock(0);
  const wallTime = () => clock.now();
  const journal = await openJournal({ folder: 'run', runId, clock, wallTime, streams, last: null, open });
  await journal.commit({ type: 'run-started', runId, scenarios: 1, seed: 1, plan: [] });
  for (let ordinal = 1; ordinal < count - 1; ordinal += 1) {
    await journal.commit({ type: 'intent', scenario: 'Größe', ordinal, operationId: 'createWallet', label: null });
  }
  await journal.checkpoint({ type: 'ended' });
  return (files.get('run/journal/events.ndjson') ?? '').trimEnd().split('\n');
}

const lines = await aJournal();
const signed: JournalHead = { lines: count, sha256: lineHash(lines.at(-1) ?? '') };

/** What a reader of these bytes is given. */
async function read(bytes: Buffer, head: JournalHead | null = signed): Promise<readonly Chained[]> {
  const found: Chained[] = [];
  async function* open() {
    for (let at = 0; at < bytes.length; at += 100) yield Promise.resolve(bytes.subarray(at, at + 100));
  }
  const ends = { runId, signed: head };
  for await (const each of chainedEvents(linesOf({ path: 'j', open }), ends)) found.push(each);
  return found;
}

const bytesOf = (texts: readonly string[]) => Buffer.from(texts.map((line) => `${line}\n`).join(''), 'utf8');

/** The number of the line that is named; null when nothing is. */
async function named(bytes: Buffer, head: JournalHead | null = signed): Promise<number | null> {
  const last = (await read(bytes, head)).at(-1);
  if (last === undefined || last.event !== null) return null;
  return Number(/line (\d+)$/.exec(last.against.where)?.[1]);
}

const place = fc.integer({ min: 0, max: count - 1 });

describe('the chain of a journal', () => {
  it('vouches for every event of a journal that nobody touched', async () => {
    const found = await read(bytesOf(lines));
    assert.deepEqual(
      found.map(({ event }) => event?.n),
      lines.map((_line, index) => index + 1),
    );
  });

  it('names the line in which a byte was changed, wherever', async () => {
    const change = fc.tuple(place, fc.nat(), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(change, async ([index, at, mask]) => {
        const bytes = bytesOf(lines);
        const start = bytesOf(lines.slice(0, index)).length;
        const offset = start + (at % bytesOf([lines[index] ?? '']).length);
        bytes[offset] = (bytes[offset] ?? 0) ^ mask;
        assert.equal(await named(bytes), index + 1);
      }),
      { numRuns: 400 },
    );
  });

  it('names a line that was removed', async () => {
    for (const index of lines.keys()) assert.equal(await named(bytesOf(lines.toSpliced(index, 1))), index + 1);
  });

  it('names a line that was added, also one made to fit the lines before it', async () => {
    for (let index = 0; index <= count; index += 1) {
      const before = index === 0 ? chainStart(runId) : lineHash(lines[index - 1] ?? '');
      const fitting = (lines[index] ?? lines[index - 1] ?? '')
        .replace(/"n":\d+/, `"n":${index + 1}`)
        .replace(/"previousHash":"[^"]*"/, `"previousHash":"${before}"`)
        .replace('"type":"intent","scenario":"', '"type":"intent","scenario":"another ');
      for (const added of [fitting, lines[0] ?? '', '{}', '']) {
        // A copy of the line before is the second of two that are alike: either may be called the added one.
        const accepted = added === lines[index - 1] ? [index, index + 1] : [index + 1];
        const found = await named(bytesOf(lines.toSpliced(index, 0, added)));
        assert.ok(found !== null && accepted.includes(found), `${added.slice(0, 40)} at ${index}: ${found}`);
      }
    }
  });

  it('names the first of two lines that changed places', async () => {
    await fc.assert(
      fc.asyncProperty(place, place, async (one, other) => {
        fc.pre(one !== other);
        const moved = lines.with(one, lines[other] ?? '').with(other, lines[one] ?? '');
        assert.equal(await named(bytesOf(moved)), Math.min(one, other) + 1);
      }),
    );
  });

  it('names the last line where the signature is of another', async () => {
    assert.equal(await named(bytesOf(lines), { ...signed, sha256: 'a'.repeat(64) }), count);
    assert.equal(await named(bytesOf(lines), { ...signed, lines: count + 3 }), count + 1);
  });

  it('belongs to one run', async () => {
    const found: Chained[] = [];
    const open = async function* () {
      yield Promise.resolve(bytesOf(lines));
    };
    const ends = { runId: 'run-20260101T000000Z-000000', signed };
    for await (const each of chainedEvents(linesOf({ path: 'j', open }), ends)) found.push(each);
    assert.equal(found.length, 1);
    assert.equal(found[0]?.event, null);
  });
});
