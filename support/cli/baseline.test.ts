import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Dossier } from '../diff/dossier/dossier.js';
import { undone } from '../evidence/testing/tampering.js';
import { runHere, serveHere } from './test-kit/here.js';

const approvals = `
- { fingerprint: ffffffffffff, decision: expected, reason: announced, by: A. Person, expires: "2099-12-31" }
- { fingerprint: 0123456789ab, decision: accepted, reason: not read by us, by: A. Person, expires: "2020-01-01" }
`;

describe('a run beside a baseline pack', () => {
  let cwd = '';
  let earlier = '';
  let pack = '';
  let said = '';

  /** A command in this process, with no environment but a PATH that leads nowhere. */
  const command = async (...argv: readonly string[]) => runHere(argv, cwd);
  const read = (path: string) => readFile(join(pack, path), 'utf8');

  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-baseline-'));
    const first = await command('run', '--tags', '@TM-29 or @TM-10');
    assert.equal(first.code, 0, first.said);
    earlier = await realpath(join(cwd, 'reports/latest'));
    await writeFile(join(cwd, 'approvals.yaml'), approvals);
    const emulator = await serveHere(['--env-file', 'e.env', '--fault', 'lifecycle/block-without-effect'], cwd);
    try {
      const flags = ['--env-file', 'e.env', '--baseline', 'latest', '--approvals', 'approvals.yaml'];
      const second = await command('run', '--tags', '@TM-29', ...flags);
      assert.equal(second.code, 1, second.said);
      said = second.said;
    } finally {
      await emulator.stop();
    }
    pack = await realpath(join(cwd, 'reports/latest'));
  });
  after(() => rm(cwd, { recursive: true, force: true }));

  it('names the changed row, that the target answered differently, and the pair of exchanges', async () => {
    const dossier = JSON.parse(await read('comparison/dossier.json')) as Dossier;
    const row = dossier.changes.find(({ rule }) => rule === 'row-contradicted');
    assert.deepEqual([row?.requirements, row?.causes[0]?.kind], [['TM-29'], 'target-answered-differently']);
    const { old, new: now } = row?.exchanges ?? {};
    const statusOf = async (file: string, id: string | null | undefined) => {
      const line = (await read(file)).split('\n').find((text) => text.startsWith(`{"id":"${String(id)}"`));
      return /"issuerCardStatus":(\d)/.exec(line ?? '')?.[1];
    };
    assert.equal(await statusOf('plan/baseline/exchanges.ndjson', old), '2', 'On Hold then');
    assert.equal(await statusOf('exchanges/exchanges.ndjson', now), '1', 'Active now');
    assert.deepEqual([dossier.kind, dossier.openClass], ['drift', 'breaking']);
    assert.deepEqual(dossier.compared, { scenarios: 1, carried: 0, onlyBaseline: 1, onlyHere: 0 });
    assert.deepEqual(
      dossier.approvals.map(({ state }) => state),
      ['stale', 'expired'],
    );
    const again = dossier.certifyAgain.rows.map(({ id, shownHere }) => [id, shownHere]);
    assert.deepEqual(again, [['TM-29', false]], 'TM-10 was left out, and nothing touches it');
    assert.equal(dossier.certifyAgain.command, 'axys-certify run --tags @TM-29');
  });

  it('says so on the screen and on the page, with the earlier call quoted', async () => {
    assert.match(said, /^Changed since run-\S+ \(partial, .*same contract, 1 scenario in both$/m);
    assert.match(
      said,
      /breaking [0-9a-f]{12} row TM-29 is now contradicted, was demonstrated; target answered differently \(x-/,
    );
    const page = await read('START-HERE.html');
    const section = page.slice(
      page.indexOf('aria-labelledby="comparison"'),
      page.indexOf('aria-labelledby="findings"'),
    );
    assert.match(section, /<b>target answered differently\.<\/b>/);
    const quoted = /href="#(then-x-\d+)">x-\d+<\/a> → <a class="id" href="#(x-\d+)"/.exec(section);
    assert.ok(quoted?.[1] !== undefined && section.includes(`<b id="${quoted[1]}">`), 'the earlier call is not quoted');
    assert.ok(page.includes(`<b id="${String(quoted[2])}">`), 'the call of this run is not shown');
  });

  it('verifies, and no file of the comparison can be altered, added or taken away', async () => {
    const sound = await command('verify', pack);
    assert.equal(sound.code, 0, sound.said);
    const edits: readonly (readonly [string, string, string])[] = [
      ['comparison/dossier.json', '"open": true', '"open": false'],
      ['comparison/behaviour-diff.json', 'target-answered-differently', 'harness-changed'],
      ['plan/baseline/observed.json', '"outcome": "demonstrated"', '"outcome": "contradicted"'],
      ['plan/baseline/approvals.json', '"expired"', ''],
      ['plan/baseline/exchanges.ndjson', '"issuerCardStatus":2', '"issuerCardStatus":1'],
    ];
    for (const [path, from, to] of edits) {
      await undone(pack, path, async () => {
        const text = await read(path);
        await writeFile(join(pack, path), text.includes(from) ? text.replace(from, to) : `${text} `);
        const altered = await command('verify', pack);
        assert.equal(altered.code, 4, path);
        assert.ok(altered.said.includes(path), altered.said);
      });
    }
  });

  it('lets diff count nothing that is approved, and list it all the same', async () => {
    const { changes } = JSON.parse(await read('comparison/dossier.json')) as Dossier;
    const decisions = changes.map(({ fingerprint }) => ({
      ...{ fingerprint, decision: 'accepted', reason: 'a test', by: 'A. Person', expires: '2099-12-31' },
    }));
    await writeFile(join(cwd, 'decisions.json'), JSON.stringify(decisions));
    const open = await command('diff', earlier, pack);
    assert.equal(open.code, 1, open.said);
    const { code, said: listed } = await command('diff', earlier, pack, '--approvals', 'decisions.json');
    assert.equal(code, 0, listed);
    assert.match(listed, /row TM-29 is now contradicted, was demonstrated \(breaking\)/);
    assert.match(listed, /^ {2}used [0-9a-f]{12} accepted by A\. Person until 2099-12-31: a test \(row TM-29 is/m);
    assert.match(listed, /^Worst class that is open: cosmetic$/m);
  });

  it('refuses a baseline that was altered before anything is called, and forgets the last result', async () => {
    await cp(earlier, join(cwd, 'forged'), { recursive: true });
    const file = join(cwd, 'forged/results/results.ndjson');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"attempt":1', '"attempt":2'));
    const { code, said: refusal } = await command('run', '--baseline', 'forged');
    assert.equal(code, 4, refusal);
    assert.match(refusal, /BSL-301: .*results\/results\.ndjson/);
    await assert.rejects(realpath(join(cwd, 'reports/latest')), { code: 'ENOENT' });
  });

  it('refuses flags that do not go together, noise that is the baseline, and approvals of another form', async () => {
    await writeFile(join(cwd, 'bad.yaml'), '- { fingerprint: 0123456789ab, decison: expected }');
    const refusals: readonly (readonly [readonly string[], number, RegExp])[] = [
      [['--resume', 'latest', '--baseline', earlier], 64, /BSL-101: --baseline and --resume/],
      [['--noise', earlier], 64, /BSL-102/],
      [['--approvals', 'approvals.yaml'], 64, /APV-201/],
      [['--baseline', earlier, '--noise', earlier], 64, /BSL-103: .*it is the baseline itself/],
      [['--baseline', 'nowhere'], 64, /VFY-101/],
      [['--baseline', earlier, '--shard', '1/2'], 64, /SHD-102/],
      [['--baseline', earlier, '--approvals', 'bad.yaml'], 78, /APV-102: .*at \/0, /],
    ];
    for (const [flags, expected, words] of refusals) {
      const { code, said: refusal } = await command('run', ...flags);
      assert.equal(code, expected, refusal);
      assert.match(refusal, words);
    }
  });
});
