import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { systemClock } from '../config/system-clock.js';
import { ownContractPath } from '../config/own-contract-path.js';
import { loadContract } from '../contract/load-contract.js';
import { defaultTimeScale } from '../emulator/timing/delays.js';
import type { RunningEmulator, ServedSecrets } from '../emulator/emulator.js';
import { startEmulator } from '../emulator/start-emulator.js';
import { beyondTable, callsSeen } from '../runner/budget/calls-seen.js';
import { loadWayTable } from '../runner/recompute/ways/way-table.js';
import { callTableFile, loadScenarioCalls } from '../runner/budget/scenario-calls.js';
import type { Exchange } from '../trace/exchange.js';
import { allChecks } from '../verdict/checks/all-checks.js';
import { capturedIo } from './captured-io.js';
import { writeHandover, type Handover } from './handover.js';
import { main } from './main.js';
import { embeddedMatrix, finishRun, type FinishedRun, type MatrixSummary } from './test-kit/embedded-matrix.js';
import { verdictOutline } from './test-kit/verdict-outline.js';

const outcomes = ({ requirements }: MatrixSummary) => requirements.map(({ id, outcome }) => `${id} ${outcome}`);

const overlay = `overlay: 1.0.0
info: { title: Simulations confirmed for a test, version: 1.0.0 }
actions:
  - { target: "$.paths['/staging/cards/{cardId}/crypto-deposit'].post", update: { x-provenance: confirmed } }
  - { target: "$.paths['/staging/bank-deposit'].post", update: { x-provenance: confirmed } }
  - { target: "$.paths['/staging/cards/{cardId}/spend'].post", update: { x-provenance: confirmed } }
  - { target: "$.paths['/staging/cards/{cardId}/otp-challenge'].post", update: { x-provenance: confirmed } }
  - { target: "$.paths['/staging/bank-accounts/{depositId}/confirm'].post", update: { x-provenance: confirmed } }
`;

/** Rows with and without simulations, for what the whole matrix would only repeat. */
const part = '@TM-10 or @TM-29 or @TM-36 or @TM-41 or @TM-45 or @TM-61';

describe('the whole matrix', () => {
  let folder = '';
  let emulator: RunningEmulator;
  let handover: Handover;
  let embedded: FinishedRun;
  let remote: FinishedRun;
  const cwd = async (name: string) => mkdtemp(join(folder, `${name}-`));
  const envFile = () => join(folder, 'emulator.env');

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'axys-matrix-'));
    emulator = await startEmulator({
      contract: await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false }),
      port: 0,
      seed: 11,
      // Other tests keep the machine busy meanwhile: at the usual pace a one-time code may lapse before it is read.
      timeScale: defaultTimeScale / 2,
      production: false,
      faults: [],
      allowIps: ['127.0.0.1'],
      profile: null,
      accessLog: join(folder, 'access.ndjson'),
      clock: systemClock,
    });
    handover = await writeHandover(envFile(), emulator);
    embedded = await embeddedMatrix();
    remote = await finishRun(await cwd('remote'), ['--env-file', envFile()]);
  });

  after(async () => {
    await emulator.close();
    await handover.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('passes in practice on the embedded emulator', () => {
    assert.equal(embedded.code, 0, embedded.printed);
    assert.equal(embedded.summary.decision, 'practice-pass');
  });

  it('demonstrates every row that software can drive, and accounts for the others', () => {
    const others = embedded.summary.requirements.filter(({ outcome }) => outcome !== 'demonstrated');
    assert.deepEqual(
      others.map(({ id, outcome }) => `${id} ${outcome}`),
      [
        'TM-23 not-applicable',
        'TM-42 not-demonstrated',
        ...['TM-66', 'TM-72', 'TM-73', 'TM-74'].map((id) => `${id} not-applicable`),
      ],
    );
    assert.ok(others.every(({ reason }) => reason !== undefined && reason !== ''));
  });

  it('records every check so that the masked evidence alone gives its finding again', () => {
    const [, ndjson = ''] = [...embedded.files].find(([path]) => path.endsWith('exchanges.ndjson')) ?? [];
    const lines = ndjson.trim().split('\n');
    const recorded = new Map(lines.map((line) => JSON.parse(line) as Exchange).map((line) => [line.id, line]));
    const checks = embedded.results.flatMap((result) => result.checks);
    assert.ok(checks.length > 150, `${String(checks.length)} checks`);
    for (const { check, exchangeIds, arguments: values, outcome, expected, received, reading } of checks) {
      const exchanges = exchangeIds.map((id) => recorded.get(id)).filter((exchange) => exchange !== undefined);
      assert.equal(exchanges.length, exchangeIds.length, `${check} looks at an exchange that is not recorded`);
      const again = allChecks.get(check)?.evaluate({ exchanges, arguments: values });
      const recordedFinding = { outcome, expected, received, ...(reading === undefined ? {} : { reading }) };
      assert.deepEqual(again, recordedFinding, check);
    }
  });

  it('leaves no subscription behind, and lets no verdict rest on that', () => {
    const [, text = ''] = [...embedded.files].find(([path]) => path.endsWith('leftovers.json')) ?? [];
    const { kinds } = JSON.parse(text) as { readonly kinds: readonly { readonly kind: string }[] };
    assert.ok(kinds.some(({ kind }) => kind === 'cardholder'));
    assert.ok(!kinds.some(({ kind }) => kind === 'otp-listener'));
    const [, ndjson = ''] = [...embedded.files].find(([path]) => path.endsWith('exchanges.ndjson')) ?? [];
    const lines = ndjson.trim().split('\n');
    const cleanUps = lines.map((line) => JSON.parse(line) as Exchange).filter((exchange) => exchange.cleanUp);
    const judged = new Set(embedded.results.flatMap(({ exchangeIds }) => exchangeIds));
    assert.ok(cleanUps.length > 3 && !cleanUps.some(({ id }) => judged.has(id)));
  });

  it('calls and creates nothing beyond the table of calls', async () => {
    const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
    const table = await loadScenarioCalls(callTableFile, contract);
    const [, ndjson = ''] = [...embedded.files].find(([path]) => path.endsWith('exchanges.ndjson')) ?? [];
    const exchanges = ndjson
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Exchange);
    const seen = await callsSeen(exchanges, contract);
    assert.ok(seen.size > 80, `${String(seen.size)} scenarios called something`);
    assert.deepEqual(beyondTable(seen, table), []);
  });

  it('comes to every check in a way that the table of checks has', async () => {
    const [, text = ''] = [...embedded.files].find(([path]) => path.endsWith('results/recomputation.json')) ?? [];
    assert.doesNotMatch(text, /another way/);
    const table = await loadWayTable();
    const passed = embedded.results.filter(
      ({ verdict, checks }) => verdict === 'pass' && checks.some(({ exchangeIds }) => exchangeIds.length > 0),
    );
    assert.deepEqual(
      passed.map(({ id }) => id).filter((id) => !table.has(id)),
      [],
    );
  });

  it('reaches the accepted floor of coverage', async () => {
    const [file = ''] = [...embedded.files.keys()].filter((path) => path.endsWith('/coverage.json'));
    const captured = capturedIo(folder);
    assert.equal(await main(['coverage', dirname(file)], captured.io), 0, captured.stdout() + captured.stderr());
  });

  it('is the same again for the same seed, also in part', async () => {
    const again = await finishRun(await cwd('again'), ['--tags', part]);
    const ids = new Set(again.results.map(({ id }) => id));
    assert.ok(ids.size > 8, `${String(ids.size)} scenarios`);
    assert.deepEqual(verdictOutline(again.results), verdictOutline(embedded.results.filter(({ id }) => ids.has(id))));
  });

  it('says the same over the network as in process', () => {
    assert.equal(remote.code, 0, remote.printed);
    assert.deepEqual(outcomes(remote.summary), outcomes(embedded.summary));
    assert.deepEqual(verdictOutline(remote.results), verdictOutline(embedded.results));
  });

  it('holds the assumed simulations back on staging', async () => {
    const args = ['--env-file', envFile(), '--tags', part];
    const staging = await finishRun(await cwd('staging'), args, { AXYS_ENV: 'staging' });
    assert.equal(staging.code, 2, staging.printed);
    assert.ok(staging.results.some(({ verdict }) => verdict === 'pass'));
    const heldBack = staging.results.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'not-applicable');
    assert.ok(heldBack.length > 0);
    assert.ok(heldBack.every(({ verdict, reason }) => verdict === 'not-run' && reason === 'trigger unconfirmed'));
  });

  it('runs them on staging once an overlay confirms them', async () => {
    const overlayFile = join(folder, 'overlay.yaml');
    await writeFile(overlayFile, overlay);
    const env = { AXYS_ENV: 'staging', AXYS_CONTRACT_OVERLAY: overlayFile };
    const staging = await finishRun(await cwd('overlay'), ['--env-file', envFile(), '--tags', part], env);
    assert.equal(staging.code, 0, staging.printed);
    assert.ok(staging.results.every(({ verdict }) => verdict === 'pass'));
  });

  it('proves the production check against the emulator in production mode', async () => {
    const self = await finishRun(await cwd('self'), ['--tags', '@self and not @fail-closed']);
    assert.equal(self.code, 0, self.printed);
    assert.deepEqual(
      self.results.map(({ verdict, requirements }) => [verdict, requirements]),
      [['pass', []]],
    );
  });

  it('leaves no secret the emulator served in any file, log or line of output', async () => {
    const served = emulator.servedSecrets();
    assert.ok(served.pans.length > 40 && served.otps.length > 0 && served.pins.length > 0 && served.cvvs.length > 0);
    const texts = new Map([...remote.files, ['console', remote.printed]]);
    texts.set('access log', await readFile(join(folder, 'access.ndjson'), 'utf8'));
    assert.deepEqual(leaksOf(texts, served), []);
  });

  it('would have noticed a secret', () => {
    const served = emulator.servedSecrets();
    const [pan = '', cvv = '', otp = ''] = [served.pans[0], served.cvvs[0], served.otps[0]];
    const planted = new Map([
      ['number', `card ${pan} ok`],
      ['code', `{"x":{"code":"${otp}"}}`],
      ['security code', `{"cvv":${cvv}}`],
    ]);
    assert.equal(leaksOf(planted, served).length, 3);
  });
});

/** Members that hold short secrets; a few digits cannot be searched for blindly. */
const shortSecret = /"(?:cvv|currentPin|newPin|pin|code|otp)"\s*:\s*"?([^",}]+)"?/gi;

/** Where a secret stands, without the secret. */
function leaksOf(texts: ReadonlyMap<string, string>, served: ServedSecrets): readonly string[] {
  const anywhere = [...served.apiKeys, ...served.pans];
  const byMember = new Set([...served.cvvs, ...served.pins, ...served.otps]);
  return [...texts].flatMap(([path, text]) => {
    // Views hold JSON inside JSON.
    const plain = text.replaceAll('\\"', '"');
    const whole = anywhere
      .filter((secret) => plain.includes(secret))
      .map((_secret, index) => `${path}: ${String(index)}`);
    const named = [...plain.matchAll(shortSecret)].filter(([, value]) => byMember.has(value ?? ''));
    return [...whole, ...named.map(([member]) => `${path}: ${member.split(':')[0] ?? ''}`)];
  });
}
