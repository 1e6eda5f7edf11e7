import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { packageRoot } from '../config/package-root.js';
import { parseEnvFile } from '../config/env-file.js';
import type { Diagnosis } from '../doctor/diagnosis.js';
import { createPki } from '../emulator/pki/emulator-pki.js';
import { capturedIo, type CapturedIo } from './captured-io.js';
import { main } from './main.js';

const schema = JSON.parse(readFileSync(join(packageRoot(), 'schemas/evidence/doctor.schema.json'), 'utf8')) as object;
const validate = new Ajv2020({ strict: true }).compile(schema);
const names = { tenant: 'T', program: 'P' };
const longAgo = 200 * 86_400_000;

describe('axys-certify doctor', () => {
  let cwd = '';
  const emulators: { readonly captured: CapturedIo; readonly ended: Promise<number> }[] = [];

  /** Serves an emulator in this process until the end; its env-file is `name`. */
  async function serve(name: string, ...flags: string[]): Promise<void> {
    const captured = capturedIo(cwd);
    const ended = main(['emulator', '--env-file', name, ...flags], captured.io);
    emulators.push({ captured, ended });
    while (!captured.stdout().includes('listening')) {
      await Promise.race([new Promise((later) => setTimeout(later, 10)), ended]);
    }
  }

  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-doctor-'));
    await serve('open.env');
    await serve('closed.env', '--allow-ip', '127.0.0.9');
    await serve('production.env', '--production', '--access-log', 'access.ndjson');
    const now = Date.now();
    const [other, old] = [await createPki(now), await createPki(now - longAgo)];
    const foreign = await other.issueClient(names);
    const expired = await old.issueClient(names);
    const own = await readFile(join(cwd, 'open.env.d/client.key.pem'), 'utf8');
    const locked = createPrivateKey(own).export({
      ...{ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'geheim' },
    });
    const files = {
      ...{ 'foreign.crt': foreign.certificate, 'foreign.key': foreign.privateKey, 'foreign-ca.crt': other.authority },
      ...{ 'expired.crt': expired.certificate, 'expired.key': expired.privateKey, 'locked.key': locked },
    };
    for (const [name, content] of Object.entries(files)) await writeFile(join(cwd, name), content, { mode: 0o600 });
  });
  after(async () => {
    for (const { captured } of emulators) captured.interrupt();
    await Promise.all(emulators.map(({ ended }) => ended));
    await rm(cwd, { recursive: true, force: true });
  });

  async function run(line: string, env: Readonly<Record<string, string>> = {}) {
    const captured = capturedIo(cwd, env);
    const code = await main(['doctor', ...line.split(' ').filter((word) => word !== '')], captured.io);
    return { code, stdout: captured.stdout(), stderr: captured.stderr() };
  }

  it('finds every layer of a standalone emulator in order, prints no secret, and writes nothing', async () => {
    const before = await readdir(cwd);
    const { code, stdout, stderr } = await run('--env-file open.env');
    assert.equal(code, 0, stdout + stderr);
    const lines = stdout.split('\n').filter((line) => /^ {2}(ok|warn|FAIL|skip) /.test(line));
    assert.equal(lines.length, 14, stdout);
    assert.ok(!/warn|FAIL/.test(stdout));
    assert.match(stdout, /Every layer works: a run can start\.\n$/);
    const secrets = parseEnvFile(await readFile(join(cwd, 'open.env'), 'utf8'), 'open.env').values;
    assert.ok(!stdout.includes(secrets.get('AXYS_API_KEY') ?? ''));
    assert.deepEqual(await readdir(cwd), before);
  });

  it('starts and diagnoses the embedded emulator when nothing else is named, its clock included', async () => {
    const { code, stdout } = await run('');
    assert.equal(code, 0, stdout);
    assert.match(stdout, /the embedded emulator was started for this/);
    assert.match(stdout, /ok +clock +within 60 s/);
  });

  it('sends nothing but GET /cardholders to production', async () => {
    const { code, stdout } = await run('--env-file production.env', { AXYS_ENV: 'production' });
    assert.equal(code, 0, stdout);
    const log = (await readFile(join(cwd, 'access.ndjson'), 'utf8')).trim().split('\n');
    assert.deepEqual(
      log.map((line) => JSON.parse(line) as Record<string, unknown>).map(({ method, route }) => [method, route]),
      [['GET', '/cardholders']],
    );
  });

  const open = '--env-file open.env';
  const wrong = { AXYS_CERT_PATH: 'foreign.crt', AXYS_KEY_PATH: 'foreign.key' };
  const expired = { AXYS_CERT_PATH: 'expired.crt', AXYS_KEY_PATH: 'expired.key' };
  /** Arguments, environment, the failing layer, its code, and what the text must say. */
  const failures: readonly (readonly [string, Readonly<Record<string, string>>, string, string, RegExp])[] = [
    [open, { AXYS_KEY_PATH: 'foreign.key' }, 'private-key', 'CFG-207', /Turn: you\n/],
    [open, expired, 'validity', 'CFG-202', /skip +API key +needs validity/],
    [open, wrong, 'client-certificate', 'DOC-221', /ok +TLS of the target.*FAIL +our certificate/s],
    [open, { AXYS_CA_PATH: 'foreign-ca.crt' }, 'server-certificate', 'DOC-211', /AXYS_CA_PATH/],
    [open, { AXYS_API_KEY: 'axk_wrong' }, 'api-key', 'DOC-311', /ok +allowlist and FCrDNS.*FAIL +API key +401/s],
    [
      '--env-file closed.env',
      {},
      'network-access',
      'DOC-301',
      /\(1\) Allowlist:.*\(2\) Forward-confirmed reverse DNS:/,
    ],
  ];
  for (const [line, env, layer, code, says] of failures) {
    it(`exits 1 and explains ${layer} (${code}) for ${[line, ...Object.keys(env)].join(' ')}`, async () => {
      const text = await run(line, env);
      assert.equal(text.code, 1, text.stdout + text.stderr);
      assert.equal(text.stderr, '');
      assert.match(text.stdout, says);
      assert.match(text.stdout, new RegExp(`What stops you: .*\\(${code}\\)`));
      const json = await run(`${line} --json`, env);
      const diagnosis = JSON.parse(json.stdout) as Diagnosis;
      assert.ok(validate(diagnosis), JSON.stringify(validate.errors));
      assert.deepEqual([json.code, diagnosis.healthy, diagnosis.firstFailure], [1, false, layer]);
      assert.equal(diagnosis.layers.find(({ id }) => id === layer)?.problem?.code, code);
      for (const { stdout } of [text, json]) assert.ok(!/PRIVATE KEY|axk_/.test(stdout));
    });
  }

  it('exits 1 when nothing listens', async () => {
    const squatter = createServer();
    await new Promise<void>((ready) => squatter.listen(0, '127.0.0.1', ready));
    const { port } = squatter.address() as AddressInfo;
    await new Promise((closed) => squatter.close(closed));
    const { code, stdout } = await run(open, { AXYS_BASE_URL: `https://127.0.0.1:${port}/v2` });
    assert.equal(code, 1, stdout);
    assert.match(stdout, /FAIL +connection +nothing accepts connections at 127\.0\.0\.1/);
  });

  it('says so in JSON when every layer works', async () => {
    const { code, stdout } = await run(`${open} --json`);
    const diagnosis = JSON.parse(stdout) as Diagnosis;
    assert.ok(validate(diagnosis), JSON.stringify(validate.errors));
    assert.deepEqual([code, diagnosis.healthy, diagnosis.firstFailure], [0, true, null]);
    const broken = { ...diagnosis, layers: diagnosis.layers.map((one) => ({ ...one, status: 'fail' })) };
    assert.ok(!validate(broken), 'a failing layer without a problem is no diagnosis');
  });

  it('opens an encrypted key with its passphrase', async () => {
    const { code, stdout } = await run(open, { AXYS_KEY_PATH: 'locked.key', AXYS_KEY_PASSPHRASE: 'geheim' });
    assert.equal(code, 0, stdout);
    assert.match(stdout, /opened with AXYS_KEY_PASSPHRASE/);
    assert.ok(!stdout.includes('geheim'));
  });

  const refusals: readonly (readonly [string, Readonly<Record<string, string>>, number, RegExp])[] = [
    [open, { AXYS_KEY_PATH: 'locked.key' }, 78, /^CFG-205/],
    [open, { AXYS_KEY_PATH: 'locked.key', AXYS_KEY_PASSPHRASE: 'falsch' }, 78, /^CFG-206/],
    [open, { AXYS_CERT_PATH: 'none.crt' }, 78, /^CFG-108/],
    [open, { AXYS_CONTRACT: 'none.yaml' }, 78, /^CFG-108/],
    ['--env-file none.env', {}, 78, /^CFG-101/],
    [open, { AXYS_ENV: 'prod' }, 77, /^GRD-101/],
    ['', { AXYS_ENV: 'staging', AXYS_BASE_URL: 'https://production.api.axyscards.com/v2' }, 77, /^GRD-103/],
    ['--bogus', {}, 64, /unknown option '--bogus'/],
    ['--allow-host a/b', {}, 64, /CMD-130/],
  ];
  for (const [line, env, code, says] of refusals) {
    it(`exits ${code} for ${[line, ...Object.keys(env)].join(' ')}`, async () => {
      const { code: received, stdout, stderr } = await run(line, env);
      assert.deepEqual([received, stdout], [code, ''], stderr);
      assert.match(stderr, says);
      assert.ok(!/geheim|falsch/.test(stderr));
    });
  }

  it('makes no reports folder', async () => {
    await assert.rejects(access(join(cwd, 'reports')), { code: 'ENOENT' });
  });
});
