import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { evidenceFolder } from '../evidence/evidence-folder.js';
import { createSigner } from '../evidence/seal/signer.js';
import type { CheckedJournal } from '../evidence/verify/check-journal.js';
import type { Difference } from '../evidence/verify/verification.js';
import { aRun, withFolder } from '../evidence/testing/sample-run.js';
import { decide } from '../verdict/decide.js';
import { aGateInput } from '../verdict/testing/samples.js';
import { sealRun, type PackFacts } from './seal-run.js';

const secret = 'key-0123456789abcdef';

const whole: CheckedJournal = { against: [], head: { lines: 3, sha256: 'a'.repeat(64) } };

/** Seals a run whose log says `line`; gives what was decided, and what is there afterwards. */
async function sealed(
  line: string,
  adHoc = false,
  against: readonly Difference[] = [],
  journal = whole,
  holed = false,
) {
  let told: readonly PackFacts[] = [];
  let found = { names: [] as string[], scan: '', run: aRun() };
  await withFolder(async (parent) => {
    const folder = evidenceFolder(join(parent, 'run-1'));
    await mkdir(folder.root);
    const run = await sealRun({
      ...{ folder, runId: 'run-1' },
      signer: createSigner(generateKeyPairSync('ed25519').privateKey, adHoc),
      holed,
      secrets: () => [{ kind: 'api-key', value: secret }],
      checkJournal: () => Promise.resolve(journal),
      recompute: () => Promise.resolve({ scenarios: 1, checks: 1, exchanges: 1, onLedger: 0, against, notes: [] }),
      decide: async (pack) => {
        told = [...told, pack];
        const decided = { ...aRun(), gate: decide(aGateInput(pack)) };
        await folder.write('logs/run.ndjson', line);
        await folder.write('summary.json', JSON.stringify(decided.gate));
        return decided;
      },
    });
    const names = [...(await readdir(folder.root)), ...(await readdir(parent))];
    found = { names, scan: await readFile(join(folder.root, 'card-data-scan.json'), 'utf8'), run };
  });
  return { told, ...found };
}

test('a clean run is scanned, signed and zipped', async () => {
  const { told, names, scan, run } = await sealed('{"msg":"hello"}\n');
  assert.deepEqual(told, [
    { integrity: 'sound', journal: whole.head, cardData: 'sound', recomputation: 'sound', adHocKey: false },
  ]);
  assert.equal((JSON.parse(scan) as { outcome: string }).outcome, 'clean');
  assert.ok(names.includes('attestations') && names.includes('run-1.zip'));
  assert.equal(run.gate.decision, 'certifiable');
});

for (const [name, line] of [
  ['a card number', '{"msg":"card 4111111111111111"}\n'],
  ['a secret of the run', `{"msg":"${Buffer.from(secret).toString('base64')}"}\n`],
] as const) {
  test(`an unmasked writer that leaves ${name} ends in exit 4, tampered, unsigned, without a zip`, async () => {
    const { told, names, scan, run } = await sealed(line);
    assert.deepEqual(
      told.map(({ cardData }) => cardData),
      ['sound', 'broken'],
    );
    assert.deepEqual([run.gate.decision, run.gate.exitCode], ['tampered', 4]);
    assert.ok(!names.includes('attestations') && !names.includes('run-1.zip'));
    assert.ok(!scan.includes('4111111111111111') && !scan.includes(secret));
    assert.match(scan, /"file": "logs\/run.ndjson"/);
  });
}

test('a key made for this run makes it practice', async () => {
  const { run } = await sealed('{}\n', true);
  assert.equal(run.gate.decision, 'practice-pass');
});

test('a verdict that does not follow from the evidence ends in exit 4, unsigned', async () => {
  const { told, names, run } = await sealed('{}\n', false, [{ where: 'results/results.ndjson', problem: 'verdict' }]);
  assert.deepEqual(
    told.map(({ recomputation }) => recomputation),
    ['sound', 'broken'],
  );
  assert.deepEqual([run.gate.decision, run.gate.exitCode], ['tampered', 4]);
  assert.ok(!names.includes('attestations') && !names.includes('run-1.zip'));
});

test('what is missing because it could not be written is a failure of the harness, unsigned, and no alteration', async () => {
  const missing = [{ where: 'exchanges/exchanges.ndjson', problem: 'it is short' }];
  const { told, names, run } = await sealed('{}\n', false, missing, { against: missing, head: null }, true);
  assert.deepEqual([told.at(-1)?.integrity, told.at(-1)?.recomputation], ['holed', 'holed']);
  assert.deepEqual([run.gate.decision, run.gate.exitCode], ['incomplete', 3]);
  assert.ok(!names.includes('attestations') && !names.includes('run-1.zip'));
});
