import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { makeTestPki, startLocalServer } from '../client/test-kit/local-server.js';
import { testApiKey } from '../client/test-kit/test-client.js';
import { packageRoot } from '../config/package-root.js';
import { systemClock } from '../config/system-clock.js';

/** What the tests read of summary.json. */
interface Summary {
  readonly decision: string;
  readonly exitCode: number;
  readonly partial: boolean;
  readonly requirements: readonly { readonly id: string; readonly outcome: string }[];
}

describe('npx cucumber-js -p PROFILE', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'axys-cucumber-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** Starts the real cucumber-js. No PATH leads to a Java runtime. */
  async function cucumber(args: readonly string[], env: Readonly<Record<string, string>> = {}, more: object = {}) {
    const out = await mkdtemp(join(folder, 'run-'));
    const parameters = ['--world-parameters', JSON.stringify({ out, ...more })];
    const script = join(packageRoot(), 'node_modules/@cucumber/cucumber/bin/cucumber.js');
    const child = spawn(process.execPath, [script, ...args, ...parameters], {
      ...{ cwd: packageRoot(), env: { PATH: folder, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
    });
    const read = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (text) => (read[name] += String(text)));
    const code = await new Promise<number | null>((ended) => child.on('close', ended));
    const summary = async () => JSON.parse(await readFile(join(out, 'latest/summary.json'), 'utf8')) as Summary;
    return { out, code, ...read, summary };
  }

  it('runs one scenario by its line: same folder, same decision, our exit code', async () => {
    const feature = 'features/platform/authentication.feature';
    const lines = (await readFile(join(packageRoot(), feature), 'utf8')).split('\n');
    const line = lines.findIndex((text) => text.includes('Without a client certificate')) + 1;
    const { code, stdout, stderr, summary, out } = await cucumber(['-p', 'emulator', `${feature}:${String(line)}`]);
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, /1 scenario \(.*1 passed.*\)[\s\S]*PARTIAL \(exit 0\)/);
    const { decision, partial, requirements } = await summary();
    assert.deepEqual([decision, partial], ['partial', true]);
    const selected = requirements.filter(({ outcome }) => outcome !== 'out-of-scope');
    assert.deepEqual(
      selected.map(({ id, outcome }) => [id, outcome]),
      [['TM-11', 'demonstrated']],
    );
    assert.match(await readlink(join(out, 'latest')), /^runs\/run-/);
    const messages = await readFile(join(out, 'latest/results/messages.ndjson'), 'utf8');
    assert.match(messages, /"gherkinDocument"[\s\S]*"testRunFinished"/);
  });

  it('takes tags on top of the profile’s own, and says with exit 1 that the target is rejected', async () => {
    const pki = await makeTestPki(systemClock.now());
    const server = await startLocalServer(pki, (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"success","result":{}}');
    });
    const files = { 'cert.pem': pki.good.certificate, 'key.pem': pki.good.privateKey, 'ca.pem': pki.authority };
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text, { mode: 0o600 });
    const { code, stdout, stderr, summary } = await cucumber(['-p', 'production', '--tags', '@TM-73 or @TM-25'], {
      ...{ AXYS_BASE_URL: server.baseUrl.href, AXYS_API_KEY: testApiKey, AXYS_CA_PATH: join(folder, 'ca.pem') },
      ...{ AXYS_CERT_PATH: join(folder, 'cert.pem'), AXYS_KEY_PATH: join(folder, 'key.pem') },
    });
    await server.close();
    assert.equal(code, 1, stdout + stderr);
    assert.match(stdout, /the base URL points at staging/);
    assert.deepEqual([(await summary()).exitCode, (await summary()).partial], [1, true]);
  });

  it('runs the scenarios about the harness with -p self', async () => {
    const { code, stdout, stderr } = await cucumber(['-p', 'self', '--tags', 'not @fail-closed']);
    assert.equal(code, 0, stdout + stderr);
  });

  it('opens nothing in a dry run', async () => {
    const { code, stdout, out } = await cucumber(['-p', 'emulator', '--dry-run', '--name', 'certificate']);
    assert.equal(code, 0, stdout);
    assert.match(stdout, /scenarios? \(.*skipped.*\)/);
    assert.deepEqual(await readdir(out), []);
  });

  const own = "const own = JSON.parse(readFileSync('cucumber.json', 'utf8')).emulator;";
  const imported = `import { readFileSync } from 'node:fs';\n${own}\n`;
  /** Ways to name a configuration file, what is in it, and the option that is refused. */
  const profiles: readonly (readonly [string, string, string])[] = [
    ['--config=FILE', `${imported}export default { ...own, retry: 1 };`, 'retry'],
    ['-p twice -c FILE', `${imported}export default own; export const twice = { ...own, parallel: 2 };`, 'parallel'],
    ['-ptold --config FILE', `${imported}export default () => ({ told: { ...own, publish: true } });`, 'publish'],
    [
      '--profile base --profile dry -c FILE',
      `${imported}export default own; export const base = own, dry = '--dry-run';`,
      'dryRun',
    ],
  ];
  for (const [args, text, option] of profiles) {
    it(`${args} with the option ${option} in its profile is refused`, async () => {
      await writeFile(join(folder, `${option}.mjs`), text);
      const file = join(relative(packageRoot(), folder), `${option}.mjs`);
      const { code, stderr, out } = await cucumber([...args.replace('FILE', file).split(' '), '--tags', '@TM-11']);
      assert.equal(code, 64, stderr);
      assert.match(stderr, new RegExp(`^RUN-111: .*"${option}" in its profile`));
      assert.doesNotMatch(stderr, /\n\s+at /, 'no stack');
      assert.deepEqual(await readdir(out), []);
    });
  }

  const loopback = { AXYS_BASE_URL: 'https://127.0.0.1:9/v2' };
  const refused: readonly (readonly [string, Readonly<Record<string, string>>, number, RegExp])[] = [
    ['-p emulator --tags @TM-72', {}, 64, /^RUN-103: /],
    [
      '-p emulator features/cards/card-lifecycle.feature:12',
      {},
      64,
      /^RUN-103: .*around line 12 are in line 5 and line 14\./s,
    ],
    ['-p emulator --dry-run --tags @nothing', {}, 64, /^RUN-103: /],
    ['-p emulator --parallel 2', {}, 64, /^RUN-111: .*--parallel/],
    ['--tags @TM-10', {}, 64, /^RUN-114: /],
    ['-p staging', { AXYS_ENV: 'production' }, 77, /^GRD-106: /],
    ['-p production', { AXYS_BASE_URL: 'https://staging.api.axyscards.com/v2' }, 77, /^GRD-103: /],
    ['-p staging', loopback, 78, /^CFG-105: /],
  ];
  for (const [args, env, exit, line] of refused) {
    it(`${args} ${Object.keys(env).join(' ')} ends with ${String(exit)} and one clear line`, async () => {
      const { code, stderr } = await cucumber(args.split(' '), env);
      assert.equal(code, exit, stderr);
      assert.match(stderr, line);
      assert.doesNotMatch(stderr, /\n\s+at /, 'no stack');
    });
  }
});
