import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { builtInProfile } from '../config/built-in-profile.js';
import type { Target } from '../target/target.js';
import type { Exchange, Json } from '../trace/exchange.js';
import { exchangeFixture } from '../verdict/checks/exchange-fixture.js';
import { announceRun } from './announce-run.js';
import { noticeOtherRuns } from './notice-other-runs.js';
import { runsOnTarget } from './runs-on-target.js';

const own = 'run-20261121T062419Z-4a142b';
const other = 'run-20261121T062300Z-bbbbbb';
const date = 'Sat, 21 Nov 2026 06:30:00 GMT';

function made(runId: string, dateCreated: Json): Json {
  return { cardholderId: 1, emailAdr: `${runId}.dc2153.1@example.com`.toLowerCase(), dateCreated };
}

const listed = (...items: Json[]): Exchange =>
  exchangeFixture({ operationId: 'listCardholders', date, body: { status: 'success', items } });

describe('runsOnTarget', () => {
  it('names another run that created something a moment ago, once', () => {
    const recent = made(other, '2026-11-21T06:28:00.000Z');
    assert.deepEqual(runsOnTarget(listed(recent, recent), own), [other.toLowerCase()]);
    assert.deepEqual(runsOnTarget(listed(made(other, Date.parse('2026-11-21T06:28:00Z') / 1000)), own), [
      other.toLowerCase(),
    ]);
  });

  const silent: readonly (readonly [string, Exchange])[] = [
    ['its own run', listed(made(own, '2026-11-21T06:29:59.000Z'))],
    ['a run of long ago', listed(made(other, '2026-11-21T06:24:59.000Z'))],
    ['a record without a time', listed(made(other, null))],
    ['people with other addresses', listed({ emailAdr: 'ada@example.com', dateCreated: '2026-11-21T06:29:00Z' })],
    ['an answer without a Date', exchangeFixture({ body: { items: [made(other, '2026-11-21T06:29:00Z')] } })],
    ['a refusal', exchangeFixture({ status: 403, date })],
    ['no answer', exchangeFixture({ failure: 'reset' })],
  ];
  for (const [what, exchange] of silent) {
    it(`is silent about ${what}`, () => {
      assert.deepEqual(runsOnTarget(exchange, own), []);
    });
  }
});

describe('noticing other runs', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'axys-notice-'));
  });
  after(async () => rm(folder, { recursive: true, force: true }));

  const target = (change: object = {}) =>
    ({
      ...{ environment: 'staging', class: 'loopback', baseUrl: new URL('https://127.0.0.1:4010/v2') },
      ...{ profile: builtInProfile(), ...change },
    }) as unknown as Target;

  /** Notices on a target that lists these cardholders; gives what was said, and how often the target was asked. */
  async function notice(on: Target, items: readonly Json[], creates = true) {
    const notes: string[] = [];
    let asked = 0;
    const client = {
      call: () => {
        asked += 1;
        return Promise.resolve(listed(...items));
      },
    };
    const noticed = await noticeOtherRuns(
      {
        runId: own,
        activeFolder: folder,
        clock: { now: () => 0, sleep: () => Promise.resolve() },
        progress: { note: (text: string) => notes.push(text) } as never,
      },
      on,
      { client: client as never, logger: { warn: () => undefined } as never, creates },
    );
    await noticed.release();
    return { notes, asked, others: noticed.others };
  }

  it('warns of a run of this machine and of one elsewhere, and takes its own announcement back', async () => {
    const here = await announceRun(folder, target(), { runId: 'run-here', startedAt: '2026-11-21T06:20:00.000Z' });
    const { notes, others } = await notice(target(), [made(other, '2026-11-21T06:29:00.000Z')]);
    assert.equal(notes.length, 2);
    assert.match(notes[0] ?? '', /^Warning: another run uses this Program: run-here \(process \d+ of this machine\)$/);
    assert.match(notes[1] ?? '', /run-20261121t062300z-bbbbbb \(created cardholders in the last 5 minutes\)$/);
    assert.equal(others.length, 2);
    assert.equal((await readdir(folder)).length, 1);
    await here.release();
    assert.deepEqual(await readdir(folder), []);
  });

  it('says nothing of a run on another Program or another base URL', async () => {
    const elsewhere = target({ profile: { ...builtInProfile(), programId: 7 } });
    const there = target({ baseUrl: new URL('https://127.0.0.1:4011/v2') });
    const runs = await Promise.all(
      [elsewhere, there].map(async (place, index) =>
        announceRun(folder, place, { runId: `run-${String(index)}`, startedAt: '2026-11-21T06:20:00.000Z' }),
      ),
    );
    assert.deepEqual((await notice(target(), [])).notes, []);
    await Promise.all(runs.map((run) => run.release()));
  });

  it('asks no production, no embedded emulator, and nothing for a run that creates nothing', async () => {
    assert.equal((await notice(target({ environment: 'production' }), [])).asked, 0);
    assert.equal((await notice(target({ class: 'emulator' }), [])).asked, 0);
    assert.equal((await notice(target(), [], false)).asked, 0);
    assert.equal((await notice(target(), [])).asked, 1);
    assert.deepEqual(await readdir(folder), []);
  });
});
