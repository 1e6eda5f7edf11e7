import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { createFakeClock } from '../emulator/test-kit/fake-clock.js';
import { BoundStreams } from './bound-streams.js';
import { chainStart, lineHash } from './journal-chain.js';
import { openJournal } from './journal.js';
import type { JournalLine, PlainEvent } from './journal-event.js';
import { memoryFiles } from './test-kit/memory-files.js';

const runId = 'run-20260101T000000Z-abcdef';
const intent: PlainEvent = { type: 'intent', scenario: 's', ordinal: 1, operationId: 'createWallet', label: null };
const journalPath = 'run/journal/events.ndjson';

/** A journal and one stream beside it, in memory. */
async function aJournal(resumable: boolean) {
  const memory = memoryFiles();
  const streams = new BoundStreams({ folder: 'run', resumable, open: memory.open });
  const stream = await streams.open('logs/run.ndjson');
  const clock = createFakeClock(0);
  const wall = { setBy: 0 };
  const wallTime = () => clock.now() + wall.setBy;
  const journal = await openJournal({ folder: 'run', runId, clock, wallTime, streams, last: null, open: memory.open });
  const lines = () =>
    (memory.files.get(journalPath) ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as JournalLine);
  return { ...memory, stream, journal, lines, text: () => memory.files.get(journalPath) ?? '', clock, wall };
}

test('every line carries the hash of the line before it, and the first one that of the run', async () => {
  const { journal, text, lines } = await aJournal(false);
  await journal.commit(intent);
  await journal.commit({ ...intent, ordinal: 2 });
  await journal.checkpoint({ type: 'ended' });
  const raw = text().split('\n');
  assert.deepEqual(
    lines().map(({ n, previousHash }) => [n, previousHash]),
    [
      [1, chainStart(runId)],
      [2, lineHash(raw[0] ?? '')],
      [3, lineHash(raw[1] ?? '')],
    ],
  );
  const byHand = createHash('sha256').update(`axys-certify journal of ${runId}\n`).digest('hex');
  assert.equal(chainStart(runId), byHand);
});

test('a journal goes on behind the last line of an earlier part', async () => {
  const { open, files } = memoryFiles();
  const streams = new BoundStreams({ folder: 'run', resumable: true, open });
  const clock = createFakeClock(0);
  const last = { lines: 41, sha256: 'b'.repeat(64) };
  const journal = await openJournal({ folder: 'run', runId, clock, wallTime: () => clock.now(), streams, last, open });
  await journal.commit(intent);
  const line = JSON.parse(files.get(journalPath) ?? '') as JournalLine;
  assert.deepEqual([line.n, line.previousHash], [42, last.sha256]);
});

test('a checkpoint says what every stream holds, as bytes from its start', async () => {
  const { journal, stream, lines, files } = await aJournal(false);
  for (const value of ['one', 'zwei', 'très']) {
    await stream.write([value]);
    await journal.checkpoint({ type: 'stopped' });
    const content = files.get('run/logs/run.ndjson') ?? '';
    const mark = {
      ...{ file: 'logs/run.ndjson', bytes: Buffer.byteLength(content) },
      sha256: createHash('sha256').update(content).digest('hex'),
    };
    const last = lines().at(-1);
    assert.ok(last?.type === 'stopped');
    assert.deepEqual(last.streams, [mark]);
  }
});

test('on a run that can go on, an event is on the disk after everything before it', async () => {
  const { journal, stream, done } = await aJournal(true);
  await stream.write(['what happened before']);
  await journal.commit(intent);
  const log = 'run/logs/run.ndjson';
  assert.deepEqual(done(), [`append ${log}`, `sync ${log}`, `append ${journalPath}`, `sync ${journalPath}`]);
  await journal.commit(intent);
  assert.deepEqual(done(), [`append ${journalPath}`, `sync ${journalPath}`], 'what is on the disk is not synced again');
});

test('on a run that ends with its target, nothing waits for the disk before the end', async () => {
  const { journal, stream, done } = await aJournal(false);
  await stream.write(['what happened before']);
  for (let call = 0; call < 10; call += 1) await journal.commit(intent);
  assert.equal(done().filter((what) => what.startsWith('sync')).length, 0);
  await journal.checkpoint({ type: 'scenario-finished', scenario: 's', attempt: 1, verdict: 'pass' });
  assert.equal(done().filter((what) => what.startsWith('sync')).length, 0);
  await journal.close();
  assert.deepEqual(done(), [`sync ${journalPath}`, `close ${journalPath}`]);
});

test('checkpoints that are asked for at once are written in order, each with what was there', async () => {
  const { journal, stream, lines } = await aJournal(false);
  const all = [1, 2, 3, 4].map(async (attempt) => {
    const written = stream.write([attempt]);
    await journal.checkpoint({ type: 'scenario-finished', scenario: 's', attempt, verdict: 'pass' });
    await written;
  });
  await Promise.all(all);
  const bytes = lines().map((line) => (line.type === 'scenario-finished' ? (line.streams[0]?.bytes ?? 0) : -1));
  assert.deepEqual(
    bytes,
    bytes.toSorted((a, b) => a - b),
  );
  assert.equal(bytes.length, 4);
});

test('a clock that is set back does not take the events with it', async () => {
  const times = [9000, 4000, 12_000];
  const { open, files } = memoryFiles();
  const streams = new BoundStreams({ folder: 'run', resumable: false, open });
  let shown = 0;
  const clock = { ...createFakeClock(0), now: () => shown };
  const wallTime = () => shown;
  const journal = await openJournal({ folder: 'run', runId, clock, wallTime, streams, last: null, open });
  for (shown of times) await journal.commit(intent);
  const seen = (files.get(journalPath) ?? '').match(/00:00:\d\d/g);
  assert.deepEqual(seen, ['00:00:09', '00:00:09', '00:00:12']);
});

test('a machine whose clock was set says so once, before the next event', async () => {
  const { journal, lines, wall } = await aJournal(false);
  await journal.commit(intent);
  wall.setBy = 3_600_000;
  await journal.commit({ ...intent, ordinal: 2 });
  await journal.checkpoint({ type: 'ended' });
  assert.deepEqual(
    lines().map((line) => (line.type === 'clock-jumped' ? line.byMs : line.type)),
    ['intent', 3_600_000, 'intent', 'ended'],
  );
});
