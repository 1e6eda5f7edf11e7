import assert from 'node:assert/strict';
import { lstat, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { environmentVariables, usualVariables } from '../config/environment-variables.js';
import { createPki } from '../emulator/pki/emulator-pki.js';
import type { RunOutline } from '../runner/budget/run-outline.js';
import { shapeProblem } from '../config/evidence-schema.js';
import { capturedIo } from './captured-io.js';
import { main } from './main.js';

const day = 86_400_000;
const names = { tenant: 'T', program: 'P' };

describe('axys-certify, given bad input', () => {
  let cwd = '';
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-cli-'));
    const now = Date.now();
    const [pki, oldPki] = [await createPki(now), await createPki(now - 200 * day)];
    const [client, other, expired] = [
      await pki.issueClient(names),
      await pki.issueClient(names),
      await oldPki.issueClient(names),
    ];
    const files = {
      'client.crt': client.certificate,
      'client.key': client.privateKey,
      'other.key': other.privateKey,
      'expired.crt': expired.certificate,
      'expired.key': expired.privateKey,
      'unknown-member.json': '{ "program": "P", "webhokUrl": null }',
      'bad-value.json': '{ "program": "P", "timing": { "kycSeconds": -1 } }',
      'bad-lines.env': 'AXYS_ENV=emulator\nwhat is this',
      'unknown.env': 'AXYS_BASEURL=https://127.0.0.1/v2',
      'production-word.env': 'AXYS_ENV=prod\nwhat is this',
      'quoted-break.env': 'AXYS_API_KEY="secret-key\\n"\n',
      'attests.json': JSON.stringify({
        program: 'P',
        attestations: ['TM-01', 'TM-42'].map((requirement) => ({
          ...{ requirement, by: 'A. Person', on: '2026-11-20', statement: 'Seen.' },
        })),
      }),
      'utf16.yaml': Buffer.from('\uFEFFopenapi: 3.1.0\n', 'utf16le'),
      'not-yaml.yaml': 'openapi: [',
      'dangling.yaml': contractWith("{ $ref: '#/components/schemas/Nowhere' }"),
      'no-schema.yaml': contractWith('{ type: whatever }'),
      'misses.overlay.yaml':
        "overlay: 1.0.0\ninfo: { title: t, version: '1' }\nactions: [{ target: '$.paths.nowhere', remove: true }]\n",
    };
    for (const [name, content] of Object.entries(files)) await writeFile(join(cwd, name), content, { mode: 0o600 });
  });
  after(() => rm(cwd, { recursive: true, force: true }));

  /** Arguments, environment, exit code, and what the message must say. */
  const rows: readonly (readonly [string, Readonly<Record<string, string>>, number, RegExp])[] = [
    ['', {}, 64, /no command/],
    ['bogus', {}, 64, /unknown command 'bogus'/],
    ['--bogus', {}, 64, /unknown option '--bogus'/],
    ['run --bogus', {}, 64, /unknown option '--bogus'/],
    ['run --parallel 0', {}, 64, /1 to 32, or auto/],
    ['run --parallel 2 --shard 1/2', {}, 64, /PAR-101.*--shard/s],
    ['run --shard 2/99', {}, 64, /SHD-101.*2\/99|SHD-101.*99 parts/s],
    ...['7/5', '0/5', '1/0', '-1/5', '1', '1/2/3', 'one/two', '1.5/2'].map(
      (shard) => [`run --shard=${shard}`, {}, 64, /CMD-102/] as const,
    ),
    ['run surplus', {}, 64, /too many arguments/],
    ['run', { axys_env: 'production' }, 78, /CFG-103.*axys_env.*AXYS_ENV/s],
    ['run --seed two', {}, 64, /whole number/],
    ['run --out client.crt', {}, 64, /CMD-103.*client\.crt/s],
    ['run --out client.crt/below', {}, 64, /CMD-103.*client\.crt/s],
    ['run --log-level loud', {}, 64, /--log-level/],
    ['run --allow-host a/b', {}, 64, /CMD-130/],
    ['emulator --port 65536', {}, 64, /0 to 65535/],
    ['emulator --time-scale 0', {}, 64, /above 0/],
    ['emulator --seed 1.5', {}, 64, /whole number/],
    ['emulator --fault no-such-fault', {}, 64, /no-such-fault/],
    ['run --tags @TM-9999', {}, 64, /RUN-101.*@TM-9999/s],
    ['run --tags TM-10', {}, 64, /RUN-102/],
    ['run --tags=@TM-10)', {}, 64, /RUN-102: The tag expression "@TM-10\)" cannot be read: syntax error/],
    ['run --tags @TM-10 --scenario x', {}, 64, /RUN-105/],
    ['run --scenario nowhere:nothing', {}, 64, /RUN-104/],
    ['run --resume run-that-never-was', {}, 64, /RES-101.*run-that-never-was/s],
    ['run --resume latest', {}, 64, /RES-101/],
    ['run --resume x --tags @TM-10', {}, 64, /RES-105.*--tags/s],
    ['run --resume x --seed 1', {}, 64, /RES-105.*--seed/s],
    ['run --resume x --scenario y', {}, 64, /RES-105.*--scenario/s],
    ['run --resume x --dry-run', {}, 64, /RES-105.*--dry-run/s],
    ['run', { AXYS_ENV: 'prod' }, 77, /GRD-101.*prod/s],
    ['run', { AXYS_ENV: '' }, 77, /GRD-101/],
    ['run', { AXYS_ENV: 'staging', AXYS_BASE_URL: 'https://production.api.axyscards.com/v2' }, 77, /GRD-103/],
    ['run --env-file none.env', { AXYS_ENV: 'prod' }, 77, /GRD-101/],
    ['run --env-file production-word.env', {}, 77, /GRD-101/],
    ['run', { AXYS_ENV: 'prod', AXYS_CERT_PATH: 'none.crt' }, 77, /GRD-101/],
    ['run', { AXYS_BASE_URL: 'https://evil.example/v2', AXYS_WHAT: '1' }, 77, /GRD-102/],
    ['run --env-file none.env', {}, 78, /CFG-101.*no such file/s],
    ['run --env-file bad-lines.env', {}, 78, /CFG-102.*line 2/s],
    ['run --env-file unknown.env', {}, 78, /CFG-103.*nearest known name is AXYS_BASE_URL/s],
    ['run', { AXYS_APIKEY: 'x' }, 78, /CFG-103.*AXYS_API_KEY/s],
    ['run', { AXYS_API_KEY: '' }, 78, /CFG-104/],
    ['run', { AXYS_BASE_URL: 'http://127.0.0.1:1/v2' }, 78, /CFG-502/],
    ['run', { AXYS_BASE_URL: 'https://127.0.0.1:1/v2' }, 78, /CFG-105.*AXYS_API_KEY/s],
    ['run', { AXYS_ENV: 'staging' }, 78, /CFG-105/],
    ['run', { AXYS_CERT_PATH: 'none.crt', AXYS_KEY_PATH: 'client.key' }, 78, /CFG-108.*none\.crt/s],
    ['run', { AXYS_CERT_PATH: 'client.crt' }, 78, /CFG-106.*AXYS_KEY_PATH/s],
    ['run', { AXYS_KEY_PASSPHRASE: 'correct horse' }, 78, /CFG-110.*AXYS_KEY_PATH/s],
    ['run', { AXYS_CERT_PATH: 'client.crt', AXYS_KEY_PATH: 'other.key' }, 78, /CFG-207/],
    ['run', { AXYS_CERT_PATH: 'expired.crt', AXYS_KEY_PATH: 'expired.key' }, 78, /CFG-202/],
    ['run', { AXYS_NEXT_CERT_PATH: 'client.crt', AXYS_NEXT_KEY_PATH: 'other.key' }, 78, /CFG-207.*AXYS_NEXT/s],
    ['run', { AXYS_CA_PATH: 'none.pem' }, 78, /CFG-108/],
    ['run', { AXYS_EMULATOR_IMAGE: 'image', AXYS_ENV: 'staging' }, 78, /CNT-123.*AXYS_EMULATOR_IMAGE/s],
    ['run --container', { AXYS_BASE_URL: 'https://127.0.0.1:1/v2' }, 78, /CNT-123.*--container/s],
    ['run --container --container-settings none.yaml', {}, 78, /CNT-121.*none\.yaml/s],
    ['run --container-settings none.yaml', {}, 64, /CNT-131/],
    ['run', { AXYS_PRODUCTION_ENV_FILE: 'none.env' }, 78, /CFG-108/],
    ['run', { AXYS_SIGNING_KEY_PATH: 'none.pem' }, 78, /CFG-108/],
    ['run', { AXYS_SIGNING_KEY_PATH: 'client.key' }, 78, /CFG-208.*Ed25519/s],
    ['run', { AXYS_ENV: 'staging', HTTPS_PROXY: 'socks5://proxy.test' }, 78, /CFG-209.*HTTPS_PROXY/s],
    ['run --program unknown-member.json', {}, 78, /CFG-302.*\/webhokUrl/s],
    ['run', { AXYS_PROGRAM: 'unknown-member.json' }, 78, /CFG-302.*"webhookUrl"/s],
    ['run --program bad-value.json', {}, 78, /CFG-303.*\/timing\/kycSeconds/s],
    ['run', { AXYS_CONTRACT: 'none.yaml' }, 78, /CON-101.*none\.yaml cannot be read: there is no such file\./],
    ['run', { AXYS_CONTRACT: '.' }, 78, /CON-101.*cannot be read: it is a folder\./],
    ['run', { AXYS_CONTRACT: 'not-yaml.yaml' }, 78, /CON-/],
    ['run', { AXYS_CONTRACT: 'dangling.yaml' }, 78, /CON-/],
    ['run', { AXYS_CONTRACT: 'no-schema.yaml' }, 78, /CON-/],
    ['run', { AXYS_CONTRACT_OVERLAY: 'none.yaml' }, 78, /CON-120.*none\.yaml.*: there is no such file\./],
    ['run', { AXYS_CONTRACT_OVERLAY: 'misses.overlay.yaml' }, 78, /CON-/],
    ['emulator --program unknown-member.json', {}, 78, /CFG-302/],
    ['emulator --env-file reports/e.env', {}, 78, /CMD-201/],
    ['report run-that-never-was', {}, 64, /VFY-101.*run-that-never-was/],
    ['report .', {}, 3, /CMD-304/],
    ...['report', 'coverage', 'verify latest', 'report latest'].map(
      (line) => [line, {}, 64, /VFY-101: .*[\\/]reports[\\/]latest:/] as const,
    ),
    ['report run-20261122T101112Z-abcdef', {}, 64, /VFY-101: .*[\\/]reports[\\/]runs[\\/]run-20261122T101112Z-abcdef:/],
    ['report not-yaml.yaml', {}, 64, /VFY-101: .*not-yaml\.yaml/],
    ['run --tag @TM-10', {}, 64, /^CMD-101: unknown option '--tag' \(Did you mean --tags\?\)\.\n/],
    ['run --tags @TM-42', {}, 64, /RUN-107: .*@TM-42.*SMS reply.*for people.*"attestations"/s],
    ['run', { AXYS_CERT: 'x' }, 78, /nearest known name is AXYS_CERT_PATH/],
    ['run --scenario cards/card-data:foo', {}, 64, /RUN-104.*nearest id is cards\/card-data:/s],
    ['run', { AXYS_API_KEY: 'secret-key\n' }, 78, /^CFG-111: AXYS_API_KEY in the environment .*line break/],
    ['doctor', { AXYS_API_KEY: '\u201csecret\u201d' }, 78, /^CFG-111: AXYS_API_KEY .*quotation mark/],
    ['run', { AXYS_API_KEY: 'secret ' }, 78, /^CFG-111: AXYS_API_KEY .*space at/],
    ['run', { AXYS_API_KEY: 'sec\u0001ret' }, 78, /^CFG-111: AXYS_API_KEY .*control character/],
    ['run', { AXYS_API_KEY: 'secr\u00e9t' }, 78, /^CFG-111: AXYS_API_KEY .*outside ASCII/],
    ['run --env-file quoted-break.env', {}, 78, /^CFG-111: AXYS_API_KEY in .*quoted-break\.env .*line break/],
    ['run', { AXYS_CONTRACT: 'utf16.yaml' }, 78, /CON-101.*UTF-16/s],
  ];

  for (const [line, env, exit, says] of rows) {
    const settings = Object.entries(env).map(([name, value]) => `${name}=${value}`);
    it(`${[...settings, line || '(no arguments)'].join(' ')} exits ${exit}`, async () => {
      const captured = capturedIo(cwd, env);
      const code = await main(line === '' ? [] : line.split(' '), captured.io);
      assert.equal(code, exit, captured.stderr());
      assert.match(captured.stderr(), says);
      assert.match(captured.stderr(), /^[A-Z]+-\d{3}: .+\n {2}\S.+\n$/s, 'a code, a sentence, a next step');
      assert.ok(!captured.stderr().includes('    at '), 'no stack trace');
      assert.equal(captured.stdout(), '');
    });
  }

  it('says before a run that an attestation of a row that software drives changes nothing', async () => {
    const captured = capturedIo(cwd);
    assert.equal(await main('run --dry-run --json --program attests.json'.split(' '), captured.io), 0);
    assert.match(captured.stderr(), /^The profile attests TM-01 \(.+\), which software drives: .+\n$/);
  });

  it('says before a run on staging which triggers nobody confirmed', async () => {
    const credentials = {
      AXYS_API_KEY: 'key-of-the-program',
      AXYS_CERT_PATH: 'client.crt',
      AXYS_KEY_PATH: 'client.key',
    };
    const captured = capturedIo(cwd, { AXYS_ENV: 'staging', ...credentials });
    assert.equal(await main('run --dry-run --tags @TM-36'.split(' '), captured.io), 0, captured.stderr());
    assert.match(captured.stderr(), /^Nobody confirmed simulateCryptoDeposit: where one of 3 scenarios /);
  });

  /** Every option that takes a value, and every argument: an empty one, as a variable without a value leaves it, means nothing. */
  const valued: readonly (readonly [string, readonly string[]])[] = [
    [
      'run',
      [
        ...[
          '--tags',
          '--scenario',
          '--out',
          '--env-file',
          '--program',
          '--seed',
          '--order',
          '--allow-host',
          '--resume',
        ],
        ...['--carry', '--baseline', '--noise', '--approvals', '--affected-by', '--keep', '--parallel', '--shard'],
        ...['--container-settings', '--log-level', '--annotate', '--code-quality'],
      ],
    ],
    ['diff a b', ['--coverage', '--noise', '--approvals', '--out']],
    ['doctor', ['--env-file', '--program', '--allow-host']],
    [
      'emulator',
      ['--port', '--env-file', '--program', '--fault', '--vary', '--time-scale', '--allow-ip', '--access-log'],
    ],
    ['merge a', ['--out', '--env-file']],
    ['mutate', ['--fault', '--only', '--out']],
    ['verify a', ['--key', '--require', '--out']],
    ['report', ['--out', '--previous', '']],
    ['coverage', ['--out', '']],
    ['verify', ['']],
    ['diff a', ['']],
    ['diff', ['']],
    ['merge a', ['']],
    ['merge', ['']],
    ['signing-key', ['']],
  ];
  for (const [line, options] of valued) {
    for (const option of options) {
      it(`${line} ${option} with an empty value exits 64`, async () => {
        for (const empty of ['', ' ']) {
          const value = option === '' ? [empty] : [option, empty];
          const captured = capturedIo(cwd);
          // Its first argument does not come alone.
          const rest = line === 'diff' ? ['b'] : [];
          const code = await main([...line.split(' '), ...value, ...rest], captured.io);
          assert.equal(code, 64, captured.stderr());
          assert.match(captured.stderr(), /^CMD-101: .*expected a value/);
        }
      });
    }
  }

  const twice: readonly (readonly [string, string])[] = [
    ['run --tags @TM-10', '--tags @TM-11'],
    ['run --scenario a', '--scenario=b'],
    ['run --seed 1', '--seed 1'],
    ['run --out a', '--out b'],
    ['run --log-level info', '--log-level info'],
    ['run --shard 1/2', '--shard 2/2'],
    ['verify a --key b', '--key c'],
    ['diff a b --coverage c', '--coverage d'],
    ['emulator --port 0', '--port 0'],
    ['mutate --only wire', '--only behaviour'],
  ];
  for (const [line, again] of twice) {
    it(`${line} ${again} exits 64: one of them would count for nothing`, async () => {
      const captured = capturedIo(cwd);
      assert.equal(await main(`${line} ${again}`.split(' '), captured.io), 64);
      assert.match(captured.stderr(), /^CMD-101: option '--\S+ <.*it is given twice/);
    });
  }

  it('takes an option that may be repeated, and a word that is said twice', async () => {
    const captured = capturedIo(cwd);
    const repeated = 'run --dry-run --dry-run --json --json --allow-host a.test --allow-host b.test --tags @TM-10';
    assert.equal(await main(repeated.split(' '), captured.io), 0, captured.stderr());
  });

  it('removes reports/latest at the start of every run, even of one that is refused or misspelt', async () => {
    await writeFile(join(cwd, 'approvals.yaml'), '[]');
    const inputs = [
      ...['--carry nowhere', '--carry latest', '--baseline nowhere', '--noise latest', '--approvals approvals.yaml'],
      ...['--resume nowhere', '--resume latest', '--resume latest --seed 1', '--affected-by nowhere'],
    ];
    for (const flags of ['--bogus', '--out= --out reports', '--tags @TM-9999', '--env-file none.env', ...inputs]) {
      const line = `run ${flags}`;
      await mkdir(join(cwd, 'reports/runs/run-old'), { recursive: true });
      await symlink('runs/run-old', join(cwd, 'reports/latest'));
      await writeFile(join(cwd, 'reports/latest.zip'), '');
      assert.notEqual(await main(line.split(' '), capturedIo(cwd).io), 0, line);
      for (const name of ['latest', 'latest.zip']) {
        await assert.rejects(lstat(join(cwd, 'reports', name)), { code: 'ENOENT' }, line);
      }
      await lstat(join(cwd, 'reports/runs/run-old'));
    }
  });
});

describe('axys-certify, asked about itself', () => {
  it('prints its version', async () => {
    const captured = capturedIo(tmpdir());
    assert.equal(await main(['--version'], captured.io), 0);
    assert.match(captured.stdout(), /^\d+\.\d+\.\d+\n$/);
  });

  it('names every variable and exit code in its help', async () => {
    const captured = capturedIo(tmpdir());
    assert.equal(await main(['--help'], captured.io), 0);
    for (const { name } of [...environmentVariables, ...usualVariables])
      assert.ok(captured.stdout().includes(name), name);
    for (const exit of ['64 usage', '77 refused', '78 configuration'])
      assert.ok(captured.stdout().includes(exit), exit);
  });

  const commands = 'run coverage diff doctor emulator merge mutate report signing-key verify'.split(' ');
  for (const command of commands) {
    it(`has help for ${command}`, async () => {
      const captured = capturedIo(tmpdir());
      assert.equal(await main([command, '--help'], captured.io), 0);
      assert.match(captured.stdout(), new RegExp(`Usage: axys-certify ${command}`));
      assert.match(captured.stdout(), /^Exit codes: ./m);
    });
  }

  it('describes a run without connecting to anything', async () => {
    const captured = capturedIo(tmpdir(), {});
    const out = await mkdtemp(join(tmpdir(), 'axys-dry-'));
    assert.equal(await main(['run', '--dry-run', '--out', out], captured.io), 0, captured.stderr());
    assert.match(captured.stdout(), /TM-\d\d .*\d+ rows, \d+ scenarios, \d+ steps/s);
    assert.match(
      captured.stdout(),
      /creates at most \d+ cardholders, .*moves money by at most \d+ simulated deposits/s,
    );
    await rm(out, { recursive: true, force: true });
  });

  it('describes it in one stable form as JSON', async () => {
    const captured = capturedIo(tmpdir(), {});
    const out = await mkdtemp(join(tmpdir(), 'axys-dry-'));
    assert.equal(await main(['run', '--dry-run', '--json', '--tags', '@TM-27', '--out', out], captured.io), 0);
    const outline = JSON.parse(captured.stdout()) as RunOutline;
    assert.equal(shapeProblem('dry-run', outline), null);
    const cardholders = outline.planned.map(({ creates }) => creates.cardholder ?? 0);
    assert.ok(outline.creates.cardholder > 0);
    assert.equal(
      outline.creates.cardholder,
      cardholders.reduce((sum, count) => sum + count, 0),
    );
    assert.equal(outline.creates.ticket, 0);
    await rm(out, { recursive: true, force: true });
  });
});

/** A small OpenAPI document whose one answer has the given schema. */
function contractWith(schema: string): string {
  return [
    'openapi: 3.1.0',
    "info: { title: t, version: '1' }",
    'paths:',
    '  /cardholders:',
    '    get:',
    '      operationId: listCardholders',
    '      responses:',
    `        '200': { description: ok, content: { application/json: { schema: ${schema} } } }`,
    '',
  ].join('\n');
}
