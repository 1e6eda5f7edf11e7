import assert from 'node:assert/strict';
import { appendFile, cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { PackDiff } from '../diff/packs/compare-packs.js';
import { shapeProblem } from '../config/evidence-schema.js';
import { runHere, serveHere, type ServedHere } from './test-kit/here.js';

describe('two packs', () => {
  let cwd = '';
  let faulty: ServedHere;

  /** A command in this process, with no environment but a PATH that leads nowhere. */
  const command = async (...argv: readonly string[]) => {
    const { code, stdout, stderr } = await runHere(argv, cwd);
    return { code, out: stdout, err: stderr };
  };
  const run = async (name: string, ...flags: readonly string[]) => {
    const ended = await command('run', '--tags', '@TM-18', '--out', name, ...flags);
    await cp(await realpath(join(cwd, name, 'latest')), join(cwd, `pack-${name}`), { recursive: true });
    return ended.code;
  };

  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-diff-packs-'));
    const fault = 'lifecycle/submission-without-link';
    faulty = await serveHere(['--env-file', 'faulty.env', '--fault', fault], cwd);
    assert.deepEqual([await run('one', '--seed', '7'), await run('two', '--seed', '8')], [0, 0]);
    assert.equal(await run('bad', '--env-file', 'faulty.env'), 1);
  });
  after(async () => {
    await faulty.stop();
    await rm(cwd, { recursive: true, force: true });
  });

  it('of the same build and platform do not differ, whatever the seed: exit 0', async () => {
    const { code, out, err } = await command('diff', 'pack-one', 'pack-two');
    assert.equal(code, 0, out + err);
    assert.match(out, /The contracts are the same\.[^]*Nothing that both runs exercised is different\./);
  });

  it('one of a faulty platform: the row, what the platform did differently, and the exchange pair; exit 1', async () => {
    const { code, out } = await command('diff', 'pack-one', 'pack-bad', '--json');
    assert.equal(code, 1);
    const { class: found, contract, behaviour } = JSON.parse(out) as PackDiff;
    assert.deepEqual([found, contract.changes], ['breaking', []]);
    assert.equal(shapeProblem('contract-diff', contract), null);
    assert.equal(shapeProblem('behaviour-diff', behaviour), null);
    assert.deepEqual(
      behaviour.changes.map(({ rule, place, requirements }) => [rule, place, requirements]),
      [['member-vanished', 'submitKyc success /body/applicationLink', ['TM-18']]],
    );
    const [row] = behaviour.verdicts;
    assert.deepEqual([row?.id, row?.rule, row?.after], ['TM-18', 'row-contradicted', 'contradicted']);
    assert.equal(row?.causes[0]?.kind, 'target-answered-differently');
    assert.ok(row.causes.every(({ kind }) => kind !== 'harness-changed' && kind !== 'contract-changed'));
    assert.deepEqual(row.exchanges, behaviour.changes[0]?.exchanges);
    for (const exchange of [row.exchanges.old, row.exchanges.new]) assert.match(exchange ?? '', /^x-\d{6}$/);
  });

  it('in words: the change, the row and its cause', async () => {
    const { out } = await command('diff', 'pack-one', 'pack-bad', '--noise', 'pack-two');
    assert.match(
      out,
      /submitKyc success \/body\/applicationLink is no longer there\n.*member-vanished [0-9a-f]{12}; exchanges x-/,
    );
    assert.match(out, /row TM-18 is now contradicted, was demonstrated \(breaking\)/);
    assert.match(out, /cause target-answered-differently: the target answered differently\n +exchange: x-\d+ -> x-\d+/);
    assert.match(out, /Noise: 0 differences that runs of the old version show as well/);
  });

  it('of which one was altered: exit 4, before anything is compared', async () => {
    await cp(join(cwd, 'pack-two'), join(cwd, 'altered'), { recursive: true });
    await appendFile(join(cwd, 'altered/exchanges/exchanges.ndjson'), '\n');
    const { code, out, err } = await command('diff', 'pack-one', 'altered');
    assert.deepEqual([code, out], [4, '']);
    assert.match(err, /DIF-301.*every file has the content that the manifest lists.*exchanges\.ndjson/);
  });

  it('a run that is not there is missed as a pack, not as a document: exit 64', async () => {
    for (const named of ['latest', 'run-20261110T080000Z-1a2b3c']) {
      const { code, err } = await command('diff', 'pack-one', named);
      assert.deepEqual([code, err.slice(0, 7)], [64, 'VFY-101'], err);
    }
  });

  it('one pack and a document: the contract of the pack is compared', async () => {
    const { code, out } = await command('diff', 'pack-one', join(cwd, 'pack-two/plan/contract.json'));
    assert.equal(code, 0);
    assert.match(out, /The contracts are the same\./);
  });

  const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
    [
      'noise from the run that is compared',
      ['pack-one', 'pack-two', '--noise', 'pack-two'],
      /DIF-106.*hide everything/,
    ],
    ['coverage beside two packs', ['pack-one', 'pack-two', '--coverage', 'pack-one'], /DIF-105.*--coverage/],
    ['annotations of two packs', ['pack-one', 'pack-two', '--annotate', 'github'], /DIF-105.*--annotate/],
    ['noise beside a document', ['pack-one', 'pack-two/plan/contract.json', '--noise', 'pack-two'], /DIF-105.*--noise/],
  ];
  for (const [what, argv, message] of refused) {
    it(`${what}: exit 64`, async () => {
      const { code, err } = await command('diff', ...argv);
      assert.equal(code, 64);
      assert.match(err, message);
    });
  }
});
