import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { makeTestPki, startLocalServer, type LocalServer, type TestPki } from '../client/test-kit/local-server.js';
import { testApiKey } from '../client/test-kit/test-client.js';
import { systemClock } from '../config/system-clock.js';
import { ownContractPath } from '../config/own-contract-path.js';
import { loadContract } from '../contract/load-contract.js';
import { defaultTimeScale } from '../emulator/timing/delays.js';
import { startEmulator } from '../emulator/start-emulator.js';
import type { Exchange } from '../trace/exchange.js';
import { checkOf } from '../verdict/checks/all-checks.js';
import { capturedIo } from './captured-io.js';
import { writeHandover } from './handover.js';
import { main } from './main.js';

/** What the tests read of summary.json. */
interface Summary {
  readonly decision: string;
  readonly requirements: readonly { readonly id: string; readonly outcome: string; readonly reason?: string }[];
}

const pointsAtStaging = /the base URL points at staging/;
const list = { status: 'success', total: 0, limit: 50, offset: 0, items: [] as unknown[] };
const json = (response: ServerResponse, status: number, body: unknown) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

describe('the production check', () => {
  let folder = '';
  let pki: TestPki;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'axys-production-'));
    pki = await makeTestPki(systemClock.now());
    await writeFile(join(folder, 'cert.pem'), pki.good.certificate, { mode: 0o600 });
    await writeFile(join(folder, 'key.pem'), pki.good.privateKey, { mode: 0o600 });
    await writeFile(join(folder, 'ca.pem'), pki.authority, { mode: 0o600 });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function check(args: readonly string[], env: Readonly<Record<string, string>>) {
    const cwd = await mkdtemp(join(folder, 'run-'));
    const captured = capturedIo(cwd, { PATH: cwd, AXYS_ENV: 'production', ...env });
    const code = await main(['run', ...args], captured.io);
    const summary = async () => JSON.parse(await readFile(join(cwd, 'reports/latest/summary.json'), 'utf8')) as Summary;
    return { cwd, code, stdout: captured.stdout(), stderr: captured.stderr(), summary };
  }

  /** A production check against a server of our own. */
  async function checkServer(server: LocalServer, env: Readonly<Record<string, string>> = {}) {
    return check([], {
      ...{ AXYS_BASE_URL: server.baseUrl.href, AXYS_API_KEY: testApiKey, AXYS_CA_PATH: join(folder, 'ca.pem') },
      ...{ AXYS_CERT_PATH: join(folder, 'cert.pem'), AXYS_KEY_PATH: join(folder, 'key.pem') },
      ...env,
    });
  }

  /** A server that lists nobody and answers the simulation as told. */
  async function answering(simulation: (response: ServerResponse) => void, items: readonly unknown[] = []) {
    return startLocalServer(pki, (request, response) => {
      if (request.url === '/v2/cardholders') json(response, 200, { ...list, items, total: items.length });
      else simulation(response);
    });
  }

  async function emulator(production: boolean) {
    const accessLog = join(folder, `access-${String(production)}.ndjson`);
    const running = await startEmulator({
      contract: await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false }),
      ...{ port: 0, seed: 1, timeScale: defaultTimeScale, production, faults: [], allowIps: ['127.0.0.1'] },
      ...{ profile: null, accessLog, clock: systemClock },
    });
    const envFile = join(folder, `emulator-${String(production)}.env`);
    const handover = await writeHandover(envFile, running, production ? 'production' : 'emulator');
    const close = async () => {
      await running.close();
      await handover.remove();
      const lines = (await readFile(accessLog, 'utf8')).trim().split('\n');
      return lines.map((line) => JSON.parse(line) as { method: string; route: string | null; status: number });
    };
    return { envFile, close };
  }

  it('passes on the emulator in production mode, which saw the two documented calls and no other', async () => {
    const target = await emulator(true);
    const { code, stdout, summary } = await check(['--env-file', target.envFile], {});
    const calls = await target.close();
    assert.equal(code, 0, stdout);
    const { decision, requirements } = await summary();
    assert.equal(decision, 'practice-pass');
    const outcomes = new Map(requirements.map(({ id, outcome }) => [id, outcome]));
    assert.deepEqual([outcomes.get('TM-72'), outcomes.get('TM-73')], ['demonstrated', 'demonstrated']);
    assert.deepEqual([outcomes.get('TM-66'), outcomes.get('TM-74')], ['not-demonstrated', 'not-demonstrated']);
    const others = requirements.filter(({ id }) => !['TM-66', 'TM-72', 'TM-73', 'TM-74'].includes(id));
    assert.ok(
      others.every(({ outcome, reason }) => outcome === 'not-applicable' && /^phase staging/.test(reason ?? '')),
    );
    assert.deepEqual(calls.map(({ method, route, status }) => `${method} ${String(route)} ${String(status)}`).sort(), [
      'GET /cardholders 200',
      'POST /staging/kyc/validate 404',
    ]);
  });

  it('lists a 404 that speaks of the cardholder for a person to look at, and blocks nothing', async () => {
    const target = await emulator(false);
    const { code, stdout, cwd, summary } = await check(['--env-file', target.envFile], {});
    const calls = await target.close();
    assert.equal(code, 0, stdout);
    assert.match(stdout, /the base URL may point at staging/);
    assert.equal(calls.length, 2);
    const row = (await summary()).requirements.find(({ id }) => id === 'TM-73');
    assert.equal(row?.outcome, 'demonstrated-with-advisory');
    const ndjson = await readFile(join(cwd, 'reports/latest/exchanges/exchanges.ndjson'), 'utf8');
    const exchanges = ndjson
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Exchange);
    const masked = exchanges.filter(({ operationId }) => operationId === 'simulateKycResult');
    const again = checkOf('simulation-path-missing').evaluate({ exchanges: masked, arguments: {} });
    assert.equal(again.outcome, 'violated', 'masked evidence says it too');
  });

  const problem = { status: 'error', code: 'x', message: 'no' };
  // Each kind of answer once; every status: support/verdict/checks/simulation-absent.test.ts
  const answers: readonly (readonly [string, (response: ServerResponse) => void, number])[] = [
    ['404 without a body', (response) => response.writeHead(404).end(), 0],
    ['404 as a web page', (response) => response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>?</h1>'), 0],
    ['404 in JSON', (response) => json(response, 404, problem), 0],
    ['400', (response) => json(response, 400, problem), 1],
    ['200 as documented', (response) => json(response, 200, { status: 'success', result: {} }), 1],
    ['204', (response) => response.writeHead(204).end(), 1],
    ['302', (response) => response.writeHead(302, { location: 'https://127.0.0.1:1/v2/elsewhere' }).end(), 1],
    ['403 in JSON', (response) => json(response, 403, problem), 2],
    ['502 without a body', (response) => response.writeHead(502).end(), 2],
    ['a connection that ends', (response) => response.destroy(), 2],
  ];
  for (const [what, answer, exit] of answers) {
    it(`ends with ${String(exit)} when the simulation answers ${what}`, async () => {
      const server = await answering(answer);
      const { code, stdout, stderr } = await checkServer(server);
      await server.close();
      assert.equal(code, exit, stdout + stderr);
      assert.equal(pointsAtStaging.test(stdout), exit === 1, stdout);
      assert.deepEqual([...server.received].sort(), ['GET /v2/cardholders', 'POST /v2/staging/kyc/validate']);
    });
  }

  for (const status of [401, 403]) {
    it(`is inconclusive, not a rejection, when nothing is admitted (${String(status)})`, async () => {
      const server = await startLocalServer(pki, (_request, response) => json(response, status, problem));
      const { code, stdout } = await checkServer(server);
      await server.close();
      assert.equal(code, 2, stdout);
    });
  }

  it('records no one of the list: only how many and which members', async () => {
    const people = ['Zyxwvut', 'Qponmlk'].map((lastName, index) => ({
      ...{
        cardholderId: 710012345 + index,
        firstName: `Given${lastName}`,
        lastName,
        emailAdr: `${lastName}@example.com`,
      },
      ...{ mobileNumber: '+14155550188', note: `about ${lastName}`, [`x-${lastName}`]: { name: lastName } },
    }));
    const server = await answering((response) => response.writeHead(404).end(), people);
    const { cwd, code, stdout, stderr } = await checkServer(server);
    await server.close();
    assert.equal(code, 0, stdout);
    const entries = await readdir(join(cwd, 'reports/runs'), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
    assert.ok(
      texts.some((text) => text.includes('"count":2') && text.includes('emailAdr')),
      'count and shape are kept',
    );
    const planted = /Zyxwvut|Qponmlk|71001234[56]|4155550188/i;
    for (const [index, text] of [...texts, stdout, stderr, ...files].entries()) {
      assert.doesNotMatch(text, planted, files[index] ?? 'output');
    }
  });

  it('is refused with 77 before any connection when an overlay moves one of its calls', async () => {
    const overlay = join(folder, 'move.yaml');
    await writeFile(
      overlay,
      `overlay: 1.0.0
info: { title: Moves a call, version: 1.0.0 }
actions:
  - { target: "$.paths['/staging/kyc/validate']", remove: true }
  - target: $.paths
    update:
      /staging/kyc/force:
        post:
          operationId: simulateKycResult
          requestBody: { content: { application/json: { schema: { type: object } } } }
          responses: { '200': { description: done } }
`,
    );
    const server = await answering((response) => response.writeHead(404).end());
    const { code, stdout, stderr } = await checkServer(server, { AXYS_CONTRACT_OVERLAY: overlay });
    await server.close();
    assert.equal(code, 77, stdout + stderr);
    assert.match(stderr, /^CLI-203: .*POST \/staging\/kyc\/force/);
    assert.deepEqual(server.received, []);
  });

  it('never meets the host of another environment', async () => {
    const staging = 'https://staging.api.axyscards.com/v2';
    const production = 'https://production.api.axyscards.com/v2';
    for (const [environment, url] of [
      ['production', staging],
      ['staging', production],
      ['emulator', production],
    ] as const) {
      const { code, stderr } = await check([], { AXYS_ENV: environment, AXYS_BASE_URL: url });
      assert.equal(code, 77, stderr);
      assert.match(stderr, /^GRD-103: /);
    }
  });
});
