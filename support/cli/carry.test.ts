import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createFakeClock } from '../emulator/test-kit/fake-clock.js';
import { openPack } from '../evidence/verify/open-pack.js';
import { CodedError } from '../messages/coded-error.js';
import { planRun } from '../runner/plan-run.js';
import type { PreparedRun } from '../runner/prepare-run.js';
import { recomputeOrExplain } from '../runner/recompute/recompute-run.js';
import { shapeProblem } from '../config/evidence-schema.js';
import { packToCarry, withoutCarried } from './run-to-carry.js';
import { runHere, serveHere, type ServedHere } from './test-kit/here.js';

interface SummaryFile {
  readonly runId: string;
  readonly decision: string;
  readonly requirements: readonly {
    readonly id: string;
    readonly outcome: string;
    readonly marks: readonly string[];
  }[];
}

describe('a run that takes over what an earlier pack demonstrates', () => {
  let cwd = '';
  let emulator: ServedHere;
  let earlier = '';

  const run = async (...flags: readonly string[]) => {
    return command('run', '--env-file', 'e.env', ...flags);
  };
  /** A command in this process, with no environment but a PATH that leads nowhere. */
  const command = async (...argv: readonly string[]) => runHere(argv, cwd);
  const summary = async () =>
    JSON.parse(await readFile(join(cwd, 'reports/latest/summary.json'), 'utf8')) as SummaryFile;
  const marksOf = ({ requirements }: SummaryFile, row: string) => requirements.find(({ id }) => id === row)?.marks;
  const verified = async (pack: string) => {
    return command('verify', pack);
  };

  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-carry-'));
    emulator = await serveHere(['--env-file', 'e.env'], cwd);
    const { code, said } = await run('--tags', '@TM-10 or @TM-29');
    assert.equal(code, 0, said);
    earlier = (await summary()).runId;
  });
  after(async () => {
    await emulator.stop();
    await rm(cwd, { recursive: true, force: true });
  });

  it('is refused for a pack that was altered, and for none at all', async () => {
    const forged = join(cwd, 'forged');
    await cp(join(cwd, 'reports/runs', earlier), forged, { recursive: true });
    const file = join(forged, 'results/results.ndjson');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"attempt":1', '"attempt":2'));
    const altered = await run('--tags', '@TM-12', '--carry', 'forged');
    assert.equal(altered.code, 4, altered.said);
    assert.match(altered.said, /CRY-301: .*results\/results\.ndjson/);
    const none = await run('--carry', 'nowhere');
    assert.deepEqual([none.code, none.said.slice(0, 7)], [64, 'VFY-101']);
    await assert.rejects(summary(), { code: 'ENOENT' }, 'a run that is refused leaves no result of an older one');
  });

  it('is refused under another contract or profile, and beside --resume', async () => {
    const confirm = `{ target: "$.paths['/cards/{cardId}'].get", update: { summary: Another } }`;
    await writeFile(
      join(cwd, 'o.yaml'),
      `overlay: 1.0.0\ninfo: { title: o, version: 1.0.0 }\nactions:\n  - ${confirm}\n`,
    );
    await writeFile(
      join(cwd, 'other.env'),
      `${await readFile(join(cwd, 'e.env'), 'utf8')}AXYS_CONTRACT_OVERLAY=o.yaml\n`,
    );
    const contract = await command('run', '--env-file', 'other.env', '--tags', '@TM-12', '--carry', earlier);
    assert.equal(contract.code, 64, contract.said);
    assert.match(contract.said, /^CRY-102: .*the contract is not the same/m);
    await writeFile(join(cwd, 'other.json'), '{ "program": "Another", "programId": 7 }');
    const profile = await run('--tags', '@TM-12', '--program', 'other.json', '--carry', earlier);
    assert.deepEqual(
      [profile.code, /the program profile is not the same/.test(profile.said)],
      [64, true],
      profile.said,
    );
    const both = await run('--resume', earlier, '--carry', earlier);
    assert.deepEqual([both.code, both.said.slice(0, 7)], [64, 'CRY-101']);
  });

  it('marks what it took, runs the rest, and verifies with the earlier evidence inside', async () => {
    const { code, said } = await run('--tags', '@TM-12', '--carry', earlier);
    assert.equal(code, 0, said);
    const taken = await summary();
    assert.equal(taken.decision, 'partial');
    const outcomes = taken.requirements.filter(({ outcome }) => outcome === 'demonstrated').map(({ id }) => id);
    assert.deepEqual(outcomes, ['TM-10', 'TM-12', 'TM-29']);
    assert.deepEqual(
      [marksOf(taken, 'TM-29'), marksOf(taken, 'TM-12')],
      [['simulated', 'carried-over'], ['simulated']],
    );
    const pack = join(cwd, 'reports/runs', taken.runId);
    const results = (await readFile(join(pack, 'results/results.ndjson'), 'utf8')).trim().split('\n');
    assert.ok(
      results.every((line) => line.includes('@TM-12')),
      'only the rest ran',
    );
    const leftovers = await readFile(join(pack, 'leftovers.json'), 'utf8');
    assert.match(leftovers, new RegExp(`"exchangeId": "${earlier}/x-`), 'what the earlier run left counts as well');
    for (const place of ['reports/latest', `reports/runs/${taken.runId}.zip`]) {
      const sound = await verified(place);
      assert.equal(sound.code, 0, sound.said);
    }
  });

  it('is refused once the pack is more than 30 days old', async () => {
    const from = await packToCarry({ carry: earlier }, join(cwd, 'reports'), cwd);
    assert.ok(from);
    const plan = await planRun({ tags: '@TM-12', scenarioId: null, rows: null, order: 'defined' });
    const after = (days: number) => {
      const clock = createFakeClock(Date.parse(from.source.startedAt) + days * 86_400_000);
      return withoutCarried({ plan } as PreparedRun, { from, resumed: null }, clock);
    };
    assert.equal((await after(29)).carry?.scenarios.length, 2);
    await assert.rejects(after(31), (error) => error instanceof CodedError && error.code === 'CRY-103');
  });

  it('lets a row pass that failed in the earlier pack, and carries the others', async () => {
    const faulty = await serveHere(['--env-file', 'f.env', '--fault', 'lifecycle/block-without-effect'], cwd);
    const first = await command('run', '--env-file', 'f.env', '--tags', '@TM-10 or @TM-29');
    assert.equal(first.code, 1, first.said);
    const { runId } = await summary();
    await faulty.stop();
    const { code, said } = await run('--tags', '@TM-29', '--carry', runId);
    assert.equal(code, 0, said);
    const { requirements } = await summary();
    const rows = requirements.filter(({ outcome }) => outcome !== 'out-of-scope');
    assert.deepEqual(
      rows.map(({ id, outcome, marks }) => [id, outcome, marks.includes('carried-over')]),
      [
        ['TM-10', 'demonstrated', true],
        ['TM-29', 'demonstrated', false],
      ],
    );
    assert.equal((await verified('latest')).code, 0);
    const again = await run('--tags', '@TM-12', '--carry', earlier);
    assert.equal(again.code, 0, again.said);
  });

  it('keeps the first date of what is carried twice', async () => {
    const { code, said } = await run(
      '--scenario',
      'platform/authentication:the-connection-works-end-to-end',
      '--carry',
      'latest',
    );
    assert.equal(code, 0, said);
    const latest = await realpath(join(cwd, 'reports/latest'));
    const plan = JSON.parse(await readFile(join(latest, 'plan/carried.json'), 'utf8')) as {
      readonly source: { readonly runId: string };
      readonly scenarios: readonly { readonly id: string; readonly runId: string }[];
    };
    assert.equal(shapeProblem('carried', plan), null);
    const hold = plan.scenarios.find(({ id }) => id === 'cards/card-lifecycle:a-card-is-blocked-and-unblocked');
    assert.notEqual(plan.source.runId, earlier);
    assert.equal(hold?.runId, earlier);
    assert.equal((await verified('latest')).code, 0);
  });

  it('is found out when carried evidence was exchanged, even where every digest was renewed', async () => {
    const latest = await realpath(join(cwd, 'reports/latest'));
    const again = await recomputeOrExplain(await openPack(latest));
    assert.deepEqual(again.against, []);
    const { source } = JSON.parse(await readFile(join(latest, 'plan/carried.json'), 'utf8')) as {
      readonly source: { readonly runId: string };
    };
    const file = join(latest, 'carried', source.runId, 'results/results.ndjson');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"verdict":"pass"', '"verdict":"advisory"'));
    const { against } = await recomputeOrExplain(await openPack(latest));
    assert.ok(against.length > 0);
    assert.ok(against.some(({ where }) => where === `carried/${source.runId}/results/results.ndjson`));
  });
});
