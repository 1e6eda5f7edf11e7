import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { packageRoot } from '../config/package-root.js';

const searched = `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`;
const script = join(packageRoot(), 'docs/ci/axys-certify.sh');

/**
 * Stands for axys-certify: notes how it was called, prints what `diff` or `--json` would, leaves a run behind as `run` does, and
 * exits with the code that the environment names for the call.
 */
const standIn = `#!/bin/sh
set -eu
echo "\${AXYS_CONTRACT:-none} $*" >>"$NOTES"
case "$*" in
--version) exit "\${VERSION_CODE:-0}" ;;
run*) [ "\${RUN_CODE:-0}" -gt 5 ] || { mkdir -p "$REPORTS/latest/results" && : >"$REPORTS/latest/junit.xml" && : >"$REPORTS/latest/results/step-summary.md"; }
  case "$*" in *--affected-by*) exit "\${AFFECTED_CODE:-\${RUN_CODE:-0}}" ;; *) exit "\${RUN_CODE:-0}" ;; esac ;;
diff*--json*) echo "{\\"coverage\\":{\\"affected\\":{\\"requirements\\":[\${ROWS:-}]}}}"; exit "\${JOINED_CODE:-\${DIFF_CODE:-0}}" ;;
diff*) echo "\${DIFF_SAYS:-1 breaking}"; exit "\${DIFF_CODE:-0}" ;;
verify*) exit "\${VERIFY_CODE:-0}" ;;
merge*) exit "\${MERGE_CODE:-0}" ;;
esac
`;

describe(
  'the script for CI systems',
  { skip: process.platform === 'win32' ? 'it is a POSIX shell script' : false },
  () => {
    let folder = '';
    let count = 0;
    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'axys-ci-'));
      writeFileSync(join(folder, 'certify'), standIn);
      chmodSync(join(folder, 'certify'), 0o755);
    });
    after(() => {
      rmSync(folder, { recursive: true });
    });

    function ran(argv: readonly string[], settings: Readonly<Record<string, string>> = {}) {
      count += 1;
      const reports = join(folder, `reports-${count}`);
      const notes = join(folder, `notes-${count}`);
      const env = {
        PATH: searched,
        CERTIFY: join(folder, 'certify'),
        REPORTS: reports,
        NOTES: notes,
        ...settings,
      };
      const { status, stdout, stderr } = spawnSync('/bin/sh', [script, ...argv], {
        env,
        cwd: folder,
        encoding: 'utf8',
      });
      const calls = existsSync(notes) ? readFileSync(notes, 'utf8').trimEnd().replaceAll(reports, 'R').split('\n') : [];
      const published = existsSync(join(reports, 'junit.xml')) && existsSync(join(reports, 'step-summary.md'));
      return { status, stdout, stderr, calls: calls.slice(1), published };
    }

    test('gate runs the matrix, has its evidence checked, and hands flags on', () => {
      const { status, calls, published } = ran(['gate', '--seed', '7'], { KEEP: '3', GITHUB_ACTIONS: 'true' });
      assert.deepEqual(calls, ['none run --out R --keep 3 --annotate github --seed 7', 'none verify latest --out R']);
      assert.deepEqual([status, published], [0, true]);
      const gitlab = ran(['gate'], { GITLAB_CI: 'true', SELECTION: '--tags @TM-25' });
      assert.equal(
        gitlab.calls[0],
        'none run --out R --annotate lines --code-quality R/code-quality.json --tags @TM-25',
      );
    });

    for (const [run, verify, expected] of [
      [1, 0, 1],
      [2, 0, 2],
      [3, 0, 3],
      [5, 0, 5],
      [0, 4, 4],
      [1, 4, 4],
      [5, 4, 4],
    ] as const) {
      test(`run ${run} and verify ${verify} make ${expected}`, () => {
        const { status } = ran(['gate'], { RUN_CODE: String(run), VERIFY_CODE: String(verify) });
        assert.equal(status, expected);
      });
    }

    for (const code of [64, 77, 78, 127]) {
      test(`a run that cannot start (${code}) ends it, and nothing is published`, () => {
        const { status, calls, published } = ran(['gate'], { RUN_CODE: String(code) });
        assert.deepEqual([status, calls.length, published], [code, 1, false]);
      });
    }

    test('waiting for people is told, and no failure only where that is asked for', () => {
      assert.equal(ran(['gate'], { RUN_CODE: '5' }).status, 5);
      const accepted = ran(['gate'], { RUN_CODE: '5', ACCEPT_WAITING: '1' });
      assert.equal(accepted.status, 0);
      assert.match(accepted.stdout, /Waiting for people \(exit 5\)/);
      assert.equal(ran(['gate'], { RUN_CODE: '2', ACCEPT_WAITING: '1' }).status, 2);
    });

    test('of evidence that cannot be trusted nothing is published', () => {
      assert.equal(ran(['gate'], { RUN_CODE: '4' }).published, false);
    });

    test('without axys-certify it says so, and nobody takes that for a rejection', () => {
      const { status, stderr } = ran(['gate'], { VERSION_CODE: '1' });
      assert.equal(status, 78);
      assert.match(stderr, /does not start: install it/);
      assert.equal(ran(['gate'], { CERTIFY: 'no-such-command' }).status, 78);
    });

    for (const argv of [[], ['certify'], ['regression', 'old.yaml'], ['drift'], ['shard', '1'], ['merge']]) {
      test(`"${argv.join(' ')}" is a usage error that names the commands`, () => {
        const { status, stderr, calls } = ran(argv);
        assert.deepEqual([status, calls], [64, []]);
        assert.match(stderr, /regression OLD NEW/);
      });
    }

    test('regression: the diff, a run with OLD, the affected rows with NEW, then everything with NEW', () => {
      const { status, calls } = ran(['regression', 'old.yaml', 'new.yaml'], { DIFF_CODE: '2', ROWS: '"TM-25"' });
      assert.equal(status, 2);
      assert.deepEqual(calls.map((call) => call.replace(/ --annotate lines/, '')), [
      'none diff old.yaml new.yaml',
      'old.yaml run --out R',
      'old.yaml diff old.yaml new.yaml --coverage R/latest --out R --json',
      'new.yaml run --out R --affected-by R/contract-diff.json',
      'new.yaml run --out R --baseline R/latest',
      'new.yaml verify latest --out R',
    ]); // prettier-ignore
    });

    test('regression: the same contracts need no run; no affected row is said; a failed affected run still runs the rest', () => {
      const same = ran(['regression', 'a', 'b'], { DIFF_SAYS: 'The contracts are the same.' });
      assert.deepEqual([same.status, same.calls.length], [0, 1]);
      const none = ran(['regression', 'a', 'b'], { DIFF_CODE: '1', BASELINE: 'pack.zip' });
      assert.equal(none.status, 1);
      assert.match(none.stdout, /No row exercises what changed/);
      assert.deepEqual(none.calls.filter((call) => call.includes(' run ')), ['b run --out R --annotate lines --baseline pack.zip']); // prettier-ignore
      const failed = ran(['regression', 'a', 'b'], { AFFECTED_CODE: '1', ROWS: '"TM-25"', BASELINE: 'pack.zip' });
      assert.deepEqual([failed.status, failed.calls.filter((call) => call.includes(' run ')).length], [1, 2]);
    });

    test('drift: a baseline that does not hold ends it; what the run and the comparison say are joined', () => {
      const broken = ran(['drift', 'pack.zip'], { VERIFY_CODE: '4' });
      assert.deepEqual([broken.status, broken.calls], [4, ['none verify pack.zip --out R']]);
      const drifted = ran(['drift', 'pack.zip'], { DIFF_CODE: '1', VERIFY_KEY: 'key.pem', APPROVALS: 'a.yaml' });
      assert.equal(drifted.status, 1);
      assert.deepEqual(drifted.calls, [
        'none verify pack.zip --out R --key key.pem',
        'none run --out R --annotate lines --baseline pack.zip --approvals a.yaml',
        'none verify latest --out R',
        'none diff pack.zip latest --approvals a.yaml --out R',
      ]);
    });

    test('shards and their merge', () => {
      assert.equal(ran(['shard', '2', '4']).calls[0], 'none run --out R --annotate lines --shard 2/4');
      const { status, calls } = ran(['merge', 'a.zip', 'b.zip'], { MERGE_CODE: '2' });
      assert.deepEqual([status, calls[0]], [2, 'none merge a.zip b.zip --out R --annotate lines']);
    });

    test('a signal reaches the run, which ends in its own way, and nothing more is begun', async () => {
      const waiting = join(folder, 'waiting');
      const notes = join(folder, 'signal-notes');
      const patient = '#!/bin/sh\ncase "$1" in --version) exit 0 ;; verify) echo verify >>"$NOTES"; exit 0 ;; esac\n';
      writeFileSync(
        waiting,
        `${patient}trap 'echo sealed >>"$NOTES"; exit 2' TERM\necho begun\nwhile :; do sleep 0.05; done\n`,
      );
      chmodSync(waiting, 0o755);
      const env = { PATH: searched, CERTIFY: waiting, REPORTS: join(folder, 'signal-reports'), NOTES: notes };
      const child = spawn('/bin/sh', [script, 'gate'], { env, cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
      child.stdout.once('data', () => child.kill('SIGTERM'));
      const [code] = (await once(child, 'close')) as [number | null];
      assert.deepEqual([code, readFileSync(notes, 'utf8')], [2, 'sealed\n']);
    });

    test('for real, with one scenario on the emulator and without Java: the evidence holds, and what is absent is said', () => {
      const certify = `${process.execPath} -- ${join(packageRoot(), 'dist/support/cli/axys-certify.js')}`;
      const selection = '--scenario cards/design-slots:the-slot-the-program-names-as-not-approved-issues-no-card';
      const settings = { CERTIFY: certify, SELECTION: selection, JAVA_HOME: join(folder, 'no-java'), KEEP: '1' };
      const { status, stdout, stderr, published } = ran(['gate'], settings);
      assert.equal(status, 0, stderr);
      assert.match(stdout, /^PARTIAL \(exit 0\)$/m);
      assert.match(stderr, /^notice decision: partial \(exit 0\)/m);
      assert.match(stderr, /^Allure report: skipped\. CMD-302: /m);
      assert.equal(published, true);
      assert.match(readFileSync(join(folder, `reports-${count}`, 'verification.txt'), 'utf8'), /^SOUND \(exit 0\)/);
      assert.match(
        readFileSync(join(folder, `reports-${count}`, 'step-summary.md'), 'utf8'),
        /## axys-certify: PARTIAL/,
      );
    });
  },
);
