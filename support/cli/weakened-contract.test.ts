import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readBuildInfo } from '../config/embedded-build.js';
import type { ContractChanges } from '../contract/contract-changes.js';
import { forgePack, type Forgery } from '../evidence/testing/forge-pack.js';
import { verifyPack } from '../evidence/verify/verify-pack.js';
import { verifySteps } from '../evidence/verify/verify-steps.js';
import { ownPlanDifferences } from '../runner/recompute/own-plan.js';
import { viewDifferences } from '../views/check-views.js';
import { recomputeOrExplain } from '../runner/recompute/recompute-run.js';
import { runHere, serveHere, type ServedHere } from './test-kit/here.js';

/** The operator takes away what the vendor documents of a currency, under a harmless title; and was careless with a key. */
const overlayWith = (key: string) => `overlay: 1.0.0
info: { title: Simulations confirmed by Axys on 2026-11-02, version: 1.0.0 }
actions:
  - target: $.components.schemas.CardBalance.properties.currency
    description: asked with ${key}
    remove: true
  - target: $.components.schemas.CardBalance.properties
    update: { currency: {} }
`;

interface SummaryFile {
  readonly runId: string;
  readonly requirements: readonly {
    readonly id: string;
    readonly outcome: string;
    readonly marks: readonly string[];
  }[];
}

const changes = 'plan/contract-changes.json';
const given = 'plan/contract-overlay.json';
const withoutOverlay = (text: string) => text.replace('"overlay": true', '"overlay": false');
const widened = 'schemas/CardBalance .currency is now any type, was integer';
const steps = verifySteps.filter(({ id }) => ['shapes', 'plan', 'verdicts'].includes(id));
const { privateKey } = generateKeyPairSync('ed25519');
const edited = (change: (list: ContractChanges) => ContractChanges) => (text: string) =>
  `${JSON.stringify(change(JSON.parse(text) as ContractChanges), null, 2)}\n`;

/** It confirms a simulation, as its title says, and does nothing else. */
const harmless = (text: string) => {
  const update = { 'x-provenance': 'confirmed' };
  const actions = [{ target: "$.paths['/staging/bank-deposit'].post", update }];
  return `${JSON.stringify({ ...(JSON.parse(text) as object), actions }, null, 2)}\n`;
};

/** What somebody does to the list before signing anew, what `verify` says to it, and files that are taken away. */
const forgeries: readonly (readonly [string, Forgery['files'], RegExp, ...string[]])[] = [
  [
    'is taken away',
    {},
    /contract-changes\.json: it is missing: the contract that judged is not the published one/,
    changes,
  ],
  [
    'is kept, and the run says that it was given no overlay, which is taken away',
    { 'plan/run.json': withoutOverlay },
    /contract-changes\.json: it lists changes, and plan\/run\.json says that no document of the operator was given/,
    given,
  ],
  [
    'is emptied',
    { [changes]: edited((list) => ({ ...list, changes: [] })) },
    /contract-changes\.json: it lists 0 changes, 0 of them weaker; the contract of the pack gives \d+ changes, 2 of them weaker/,
  ],
  [
    'calls what is weaker neutral',
    { [changes]: (text) => text.replaceAll('"effect": "weaker"', '"effect": "neutral"') },
    new RegExp(`contract-changes\\.json: it leaves out: ${widened.replace('.', '\\.')} \\(weaker\\)`),
  ],
  [
    'claims to compare with another published contract',
    {
      [changes]: edited((list) => ({ ...list, published: { ...list.published, sha256: 'c'.repeat(64) }, changes: [] })),
    },
    /contract-changes\.json: it compares with the contract c{64}, which is not the one published with the build/,
  ],
  [
    'is kept, and a harmless overlay lies in the place of the one that was applied',
    { [given]: harmless },
    /contract-overlay\.json: applied to the published contract it gives another one than plan\/contract\.json: .*currency/,
  ],
  [
    'is kept, and an overlay of nothing lies in the place of the one that was applied',
    { [given]: (text) => text.replace('"actions"', '"x-actions"') },
    /contract-overlay\.json: it cannot be applied to the published contract: /,
  ],
  [
    'is kept, and the run says that it was given no overlay',
    { 'plan/run.json': withoutOverlay },
    /contract-overlay\.json: plan\/run\.json says that none was applied/,
  ],
];

describe('an overlay that weakens a documented rule, which the target breaks', () => {
  let cwd = '';
  let emulator: ServedHere;
  let pack = '';
  let key = '';

  const run = async (env: string, ...flags: readonly string[]) => runHere(['run', '--env-file', env, ...flags], cwd);
  const latest = () => realpath(join(cwd, 'reports/latest'));
  const summaryOf = async (folder: string) =>
    JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8')) as SummaryFile;
  const rowOf = async (folder: string, row: string) => {
    const found = (await summaryOf(folder)).requirements.find(({ id }) => id === row);
    return [found?.outcome, found?.marks];
  };
  const verified = async (place: string) => {
    const again = { recompute: recomputeOrExplain, ownPlan: ownPlanDifferences, views: viewDifferences };
    const own = { build: readBuildInfo(), ...again };
    return verifyPack({ pack: place, key: null, requireCertifiable: false, ...own, steps });
  };

  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-weakened-'));
    emulator = await serveHere(
      ['--env-file', 'e.env', '--time-scale', '500', '--fault', 'types/balance-currency-as-code'],
      cwd,
    );
    const plain = await readFile(join(cwd, 'e.env'), 'utf8');
    key = /^AXYS_API_KEY=(.+)$/m.exec(plain)?.[1] ?? '';
    assert.ok(key.length > 8);
    await writeFile(join(cwd, 'o.yaml'), overlayWith(key));
    await writeFile(join(cwd, 'soft.env'), `${plain}AXYS_CONTRACT_OVERLAY=o.yaml\n`);
  });
  after(async () => {
    await emulator.stop();
    await rm(cwd, { recursive: true, force: true });
  });

  it('is rejected by the published contract', async () => {
    const { code, said } = await run('e.env', '--tags', '@TM-36 or @TM-10');
    assert.equal(code, 1, said);
    assert.deepEqual(await rowOf(await latest(), 'TM-36'), ['contradicted', ['simulated']]);
    assert.ok(!(await readdir(join(await latest(), 'plan'))).includes('contract-changes.json'));
  });

  it('is announced by a dry run', async () => {
    const { code, said } = await run('soft.env', '--tags', '@TM-36', '--dry-run');
    assert.equal(code, 0, said);
    assert.match(
      said,
      new RegExp(`^Warning CON-201: .*makes 2 rules of the published contract weaker: ${widened}`, 'm'),
    );
    const published = await run('e.env', '--tags', '@TM-36', '--dry-run');
    assert.ok(!published.said.includes('CON-201'), published.said);
  });

  it('passes by the weakened one, and everybody is told so: person, decision, rows, page and statement', async () => {
    const { code, said } = await run('soft.env', '--tags', '@TM-36 or @TM-10');
    assert.equal(code, 0, said);
    pack = await latest();
    assert.match(said, new RegExp(`Warning CON-201: .*makes 2 rules of the published contract weaker: ${widened}`));
    assert.match(said, /Why: judged by a contract with 2 rules that are weaker than published/);
    assert.deepEqual(await rowOf(pack, 'TM-36'), ['demonstrated', ['simulated', 'softened']]);
    assert.deepEqual(await rowOf(pack, 'TM-10'), ['demonstrated', ['simulated']]);
    const list = JSON.parse(await readFile(join(pack, changes), 'utf8')) as ContractChanges;
    const [first] = list.changes;
    assert.deepEqual(
      [first?.effect, first?.published, first?.judged, first?.provenance, first?.operations],
      ['weaker', 'integer', 'any type', 'documented', ['getCardBalance']],
    );
    const shown = await readFile(join(pack, given), 'utf8');
    assert.equal((JSON.parse(shown) as { readonly actions: unknown[] }).actions.length, 2);
    assert.match(shown, /"description": "asked with \[/);
    assert.ok(!shown.includes(key), 'a key does not reach the pack');
    assert.match(await readFile(join(pack, 'START-HERE.html'), 'utf8'), /Partial run, with 2 weakened rules</);
    assert.match(await readFile(join(pack, 'matrix.csv'), 'utf8'), /^TM-36,.*simulated softened/m);
    const [envelope] = (await readdir(join(pack, 'attestations'))).filter((name) => name.endsWith('.dsse.json'));
    const { payload } = JSON.parse(await readFile(join(pack, 'attestations', envelope ?? ''), 'utf8')) as Envelope;
    assert.match(Buffer.from(payload, 'base64').toString(), /"result":"WARNED"/);
  });

  it('verifies as it is', async () => {
    const { code, said } = await runHere(['verify', 'reports/latest.zip'], cwd);
    assert.equal(code, 0, said);
  });

  for (const [what, files, named, ...gone] of forgeries) {
    it(`is found out where the list ${what}`, async () => {
      const forged = join(cwd, 'forged');
      await cp(pack, forged, { recursive: true });
      for (const path of gone) await rm(join(forged, path));
      await forgePack(forged, { files }, privateKey);
      const { sound, steps: done } = await verified(forged);
      assert.equal(sound, false);
      const said = done.flatMap(({ items }) => items.map(({ where, problem }) => `${where}: ${problem}`)).join('\n');
      assert.match(said, named);
      await rm(forged, { recursive: true });
    });
  }

  it('stays told where the evidence is carried over', async () => {
    const { code, said } = await run('soft.env', '--tags', '@TM-11', '--carry', (await summaryOf(pack)).runId);
    assert.equal(code, 0, said);
    const taken = await latest();
    assert.deepEqual(await rowOf(taken, 'TM-36'), ['demonstrated', ['simulated', 'softened', 'carried-over']]);
    assert.deepEqual(await rowOf(taken, 'TM-11'), ['demonstrated', ['simulated']]);
    const { sound, steps: done } = await verified(taken);
    assert.ok(sound, JSON.stringify(done));
  });

  it('stays told where shards are merged', async () => {
    await writeFile(join(cwd, 'alone.env'), 'AXYS_CONTRACT_OVERLAY=o.yaml\n');
    const packs: string[] = [];
    for (const part of ['1', '2']) {
      const flags = ['--tags', '@TM-36 or @TM-29', '--shard', `${part}/2`, '--out', `s${part}`];
      const { code, said } = await run('alone.env', ...flags);
      assert.equal(code, 0, said);
      packs.push(await realpath(join(cwd, `s${part}/latest`)));
    }
    const { code, said } = await runHere(['merge', ...packs], cwd);
    assert.equal(code, 0, said);
    const merged = await latest();
    assert.deepEqual(await rowOf(merged, 'TM-36'), ['demonstrated', ['simulated', 'softened']]);
    assert.deepEqual(await rowOf(merged, 'TM-29'), ['demonstrated', ['simulated']]);
    assert.equal(await readFile(join(merged, changes), 'utf8'), await readFile(join(pack, changes), 'utf8'));
    const { sound, steps: done } = await verified(merged);
    assert.ok(sound, JSON.stringify(done));
  });
});

interface Envelope {
  readonly payload: string;
}
