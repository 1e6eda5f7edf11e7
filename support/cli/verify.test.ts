import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readBuildInfo } from '../config/embedded-build.js';
import { evidenceFolder } from '../evidence/evidence-folder.js';
import { sealPack } from '../evidence/seal/seal-pack.js';
import { createSigner } from '../evidence/seal/signer.js';
import type { Summary } from '../evidence/summary.js';
import { aRun } from '../evidence/testing/sample-run.js';
import type { Verification } from '../evidence/verify/verification.js';
import { verifyPack } from '../evidence/verify/verify-pack.js';
import { verifySteps } from '../evidence/verify/verify-steps.js';
import { ownPlanDifferences } from '../runner/recompute/own-plan.js';
import { viewDifferences } from '../views/check-views.js';
import { recomputeOrExplain } from '../runner/recompute/recompute-run.js';
import { capturedIo } from './captured-io.js';
import { main } from './main.js';

const keys = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const pem = (key: typeof keys.publicKey) => key.export({ type: 'spki', format: 'pem' });

describe('the command verify', () => {
  let cwd = '';
  let runId = '';

  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-verify-'));
    await writeFile(join(cwd, 'signer.pem'), pem(keys.publicKey));
    await writeFile(join(cwd, 'other.pem'), pem(stranger.publicKey));
    await writeFile(join(cwd, 'private.pem'), keys.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await writeFile(join(cwd, 'rsa.pem'), pem(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey));
    await writeFile(join(cwd, 'torn.zip'), 'PK');
    // No PATH leads to a Java runtime: the view it renders is not under test here.
    const captured = capturedIo(cwd, { PATH: cwd, AXYS_SIGNING_KEY_PATH: 'private.pem' });
    const code = await main(['run', '--tags', '@TM-29'], captured.io);
    assert.equal(code, 0, captured.stdout() + captured.stderr());
    runId = (await summaryIn(join(cwd, 'reports/latest'))).runId;
  });

  after(() => rm(cwd, { recursive: true }));

  async function call(...argv: readonly string[]) {
    const captured = capturedIo(cwd);
    const code = await main(['verify', ...argv], captured.io);
    return { code, out: captured.stdout(), err: captured.stderr() };
  }

  const places: readonly (readonly [string, () => string])[] = [
    ['reports/latest', () => 'reports/latest'],
    ['reports/latest.zip', () => 'reports/latest.zip'],
    ['latest', () => 'latest'],
    ['a run id', () => runId],
    ['the zip of a run', () => `reports/runs/${runId}.zip`],
  ];
  for (const [name, place] of places) {
    it(`takes ${name}`, async () => {
      const { code, out } = await call(place());
      assert.equal(code, 0, out);
      assert.match(out, /^SOUND \(exit 0\)\n/);
      assert.match(out, /signature consistent, signer not authenticated/);
      assert.match(out, /[1-9]\d* scenarios and [1-9]\d* checks evaluated again/);
    });
  }

  const cases: readonly [string, readonly string[], number, RegExp][] = [
    ['the key of the signer', ['latest', '--key', 'signer.pem'], 0, /ok {3}the signature belongs/],
    ['another key', ['latest', '--key', 'other.pem'], 4, /another key signed it/],
    ['a private key in the place of a public one', ['latest', '--key', 'private.pem'], 78, /VFY-201/],
    ['a key of another kind', ['latest', '--key', 'rsa.pem'], 78, /VFY-201/],
    ['no key where one is named', ['latest', '--key', 'none.pem'], 78, /VFY-201/],
    ['a decision that is required and not there', ['latest', '--require', 'certifiable'], 4, /the decision is partial/],
    [
      'a sound pack of another decision, which is not called unsound',
      ['latest', '--require', 'certifiable'],
      4,
      /^SOUND, but not what --require asked for: the decision is partial, .*\(exit 4\)\n/,
    ],
    [
      'a pack that is unsound and of another decision',
      ['latest', '--require', 'certifiable', '--key', 'other.pem'],
      4,
      /^NOT SOUND \(exit 4\)\n/,
    ],
    ['a decision nobody can require', ['latest', '--require', 'partial'], 64, /CMD-101/],
    ['no such pack', ['run-2'], 64, /VFY-101/],
    ['a torn zip', ['torn.zip'], 4, /VFY-301/],
    ['no pack at all', [], 64, /CMD-101/],
  ];

  for (const [name, argv, code, said] of cases) {
    it(`answers ${String(code)} for ${name}`, async () => {
      const answer = await call(...argv);
      assert.equal(answer.code, code, answer.out + answer.err);
      assert.match(answer.out + answer.err, said);
      assert.doesNotMatch(answer.out + answer.err, /BEGIN [A-Z]+ KEY-----\n/);
    });
  }

  it('prints the same as JSON', async () => {
    const { code, out } = await call('latest', '--json');
    const verification = JSON.parse(out) as Verification;
    assert.deepEqual([code, verification.sound, verification.runId], [0, true, runId]);
    assert.ok(verification.steps.length >= 5);
  });

  /** What somebody changes in a file before hashing and signing the whole pack anew with a key of their own. */
  const forgeries: readonly [string, string, (text: string) => string, RegExp][] = [
    [
      'a verdict',
      'results/results.ndjson',
      (text) => text.replace('"verdict":"pass"', '"verdict":"advisory"'),
      /verdict: recorded "advisory", the evidence gives "pass"/,
    ],
    [
      'the outcome of a check',
      'results/results.ndjson',
      (text) => text.replace('"outcome":"met"', '"outcome":"violated"'),
      /outcome: recorded "violated", the evidence gives "met"/,
    ],
    [
      'how strong a rule is',
      'results/results.ndjson',
      (text) => text.replace(/"provenance":"\w+"/, '"provenance":"confirmed"'),
      /provenance: recorded "confirmed"/,
    ],
    [
      'an answer of the target',
      'exchanges/exchanges.ndjson',
      (text) => text.replaceAll('"issuerCardStatus":2', '"issuerCardStatus":1'),
      /outcome: recorded "met", the evidence gives/,
    ],
    [
      'the record of an exchange, by removing it',
      'exchanges/exchanges.ndjson',
      (text) => text.split('\n').slice(3).join('\n'),
      /exchange x-\d+ is not in/,
    ],
    [
      'a row',
      'summary.json',
      (text) => text.replace('"outcome": "out-of-scope"', '"outcome": "demonstrated"'),
      /summary.json, TM-\d+: row: recorded/,
    ],
    [
      'the decision',
      'summary.json',
      (text) => text.replace('"decision": "partial"', '"decision": "certifiable"'),
      /decision: recorded "certifiable", the evidence gives "partial"/,
    ],
    [
      'the contract',
      'plan/contract.json',
      (text) => text.replace('"type": "integer"', '"type": "string"'),
      /not the contract that summary.json names/,
    ],
    [
      'the facts of the gate',
      'results/gate.json',
      (text) => text.replace('"interrupted": false', '"interrupted": true'),
      /exitCode: recorded 0, the evidence gives 2/,
    ],
  ];

  for (const [name, path, change, said] of forgeries) {
    it(`finds ${name} changed, although everything was hashed and signed anew; and with --key the other signer`, async () => {
      const forged = join(cwd, 'forged');
      await cp(join(cwd, 'reports/runs', runId), forged, { recursive: true });
      const before = await readFile(join(forged, path), 'utf8');
      assert.notEqual(change(before), before, 'nothing was changed');
      await writeFile(join(forged, path), change(before));
      const { decision, exitCode } = await summaryIn(forged);
      const run = aRun();
      const claimed = { ...run, facts: { ...run.facts, runId }, gate: { ...run.gate, decision, exitCode } };
      await sealPack(evidenceFolder(forged), claimed, createSigner(stranger.privateKey, false));
      const found = await call('forged');
      assert.equal(found.code, 4, found.out);
      assert.match(found.out, said);
      assert.match(await saidOfSigner(forged), /another key signed it/);
      await rm(forged, { recursive: true });
    });
  }
});

/** What the step that looks at the signature says to somebody who knows the signer. */
async function saidOfSigner(pack: string): Promise<string> {
  const again = { recompute: recomputeOrExplain, ownPlan: ownPlanDifferences, views: viewDifferences };
  const own = { build: readBuildInfo(), ...again };
  const signature = verifySteps.filter(({ id }) => id === 'signature');
  const request = { pack, key: keys.publicKey, requireCertifiable: false, steps: signature, ...own };
  const { sound, steps } = await verifyPack(request);
  assert.equal(sound, false);
  return steps.flatMap(({ items }) => items.map(({ problem }) => problem)).join('\n');
}

async function summaryIn(folder: string): Promise<Summary> {
  return JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8')) as Summary;
}
