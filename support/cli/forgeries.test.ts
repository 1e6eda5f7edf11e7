import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { cp, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { currentRuntime } from '../config/build-info.js';
import { readBuildInfo } from '../config/embedded-build.js';
import { forgePack, type Forgery } from '../evidence/testing/forge-pack.js';
import { verifyPack } from '../evidence/verify/verify-pack.js';
import { verifySteps } from '../evidence/verify/verify-steps.js';
import { contractDigest } from '../contract/contract-digest.js';
import { ownPlanDifferences } from '../runner/recompute/own-plan.js';
import { viewDifferences } from '../views/check-views.js';
import { recomputeOrExplain } from '../runner/recompute/recompute-run.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import { runHere, serveHere } from './test-kit/here.js';

const failing = 'cards/card-lifecycle:a-card-is-blocked-and-unblocked';
const { privateKey } = generateKeyPairSync('ed25519');

/** Steps that find what digests and signature cannot, because they were renewed. */
const steps = verifySteps.filter(({ id }) =>
  ['journal', 'shapes', 'plan', 'card-data', 'redactions', 'verdicts'].includes(id),
);

const inLine = (words: string, change: (line: string) => string) => (text: string) =>
  text.split('\n').map((line) => (line.includes(words) ? change(line) : line)).join('\n'); // prettier-ignore
const withoutLines = (words: string) => (text: string) =>
  text.split('\n').filter((line) => !line.includes(words)).join('\n'); // prettier-ignore
const toPass = inLine(failing, (line) => line.replace('"verdict":"fail"', '"verdict":"pass"'));
const toMet = inLine(failing, (line) => line.replaceAll('"outcome":"violated"', '"outcome":"met"'));
const changed = (text: string, change: (result: ScenarioResult, all: readonly ScenarioResult[]) => ScenarioResult) => {
  const all = text.trimEnd().split('\n').map((line) => JSON.parse(line) as ScenarioResult); // prettier-ignore
  return all.map((result) => `${JSON.stringify(result.id === failing ? change(result, all) : result)}\n`).join('');
};
/** The check of the failing scenario is made over what another one was answered. */
const restingElsewhere = (text: string) =>
  changed(text, (result, all) => {
    const exchangeIds = all.find(({ id }) => id !== failing)?.exchangeIds.slice(-1) ?? [];
    return { ...result, checks: result.checks.map((check) => ({ ...check, exchangeIds })) };
  });
const withStepsTurnedRound = (text: string) =>
  changed(text, (result) => {
    const made = result.steps.map(({ exchangeIds }) => exchangeIds).toReversed();
    return { ...result, steps: result.steps.map((step, at) => ({ ...step, exchangeIds: made[at] ?? [] })) };
  });
/** The target said Active (1) after the block; the forger has it say On Hold (2). */
const toBlocked = (text: string) => text.replaceAll('"issuerCardStatus":1', '"issuerCardStatus":2');
const finishedWell: Forgery['journal'] = (event) =>
  event['scenario'] === failing ? { ...event, verdict: 'pass' } : event;
const withoutScenario = (text: string) => {
  const value = JSON.parse(text) as { readonly id: string }[] | { readonly scenarios: { readonly id: string }[] };
  const kept = (all: readonly { readonly id: string }[]) => all.filter(({ id }) => id !== failing);
  const left = Array.isArray(value) ? kept(value) : { ...value, scenarios: kept(value.scenarios) };
  return `${JSON.stringify(left, null, 2)}\n`;
};

/** Somebody wants a rejected run to look better, and renews journal, manifest and signature; each must be named. */
const forgeries: readonly (readonly [string, (contract: string) => Forgery, RegExp])[] = [
  [
    'the verdict of the failing scenario',
    () => ({ files: { 'results/results.ndjson': toPass }, journal: finishedWell }),
    new RegExp(`${failing}: verdict: recorded "pass", the evidence gives "fail"`),
  ],
  [
    'its check as well',
    () => ({ files: { 'results/results.ndjson': (text) => toMet(toPass(text)) }, journal: finishedWell }),
    new RegExp(`${failing}, check on-hold-after-block: outcome: recorded "met", the evidence gives "violated"`),
  ],
  [
    'what its check rests on: a call of another scenario',
    () => ({ files: { 'results/results.ndjson': (text) => restingElsewhere(text) } }),
    new RegExp(`${failing}, check on-hold-after-block: it rests on x-\\d+, which is no exchange of this attempt`),
  ],
  [
    'the step that made a call',
    () => ({ files: { 'results/results.ndjson': (text) => withStepsTurnedRound(text) } }),
    new RegExp(`${failing}: the exchanges of its steps are not its own in their order: x-\\d+`),
  ],
  [
    'the answer it rests on',
    () => ({ files: { 'exchanges/exchanges.ndjson': toBlocked } }),
    new RegExp(`${failing}, check on-hold-after-block: outcome: recorded "violated", the evidence gives "met"`),
  ],
  [
    'verdict, check and answer together',
    () => ({
      files: { 'results/results.ndjson': (text) => toMet(toPass(text)), 'exchanges/exchanges.ndjson': toBlocked },
      journal: finishedWell,
    }),
    /transitions\.ndjson: x-\d+: it records .*, the exchange shows card \d+ from/,
  ],
  [
    'the failing scenario away, wherever it is named',
    () => ({
      files: {
        'plan/scenarios.json': withoutScenario,
        'plan/catalogue.json': withoutScenario,
        'results/results.ndjson': withoutLines(failing),
        'exchanges/exchanges.ndjson': withoutLines(failing),
        'exchanges/transitions.ndjson': withoutLines(failing),
      },
      journal: (event) => (event['scenario'] === failing ? null : event),
    }),
    new RegExp(`catalogue\\.json: ${failing}: it is missing: the build that made the pack has such a scenario`),
  ],
  [
    'that the run left something out',
    () => ({ files: { 'plan/scenarios.json': (text) => text.replace('"partial": true', '"partial": false') } }),
    /cards\/card-data:the-masked-view-hides-the-card-number: the run calls itself whole and leaves it out/,
  ],
  [
    'a rule of the contract, with every digest of it',
    (contract) => ({
      files: {
        'plan/contract.json': () => contract,
        ...Object.fromEntries(
          ['summary.json', 'plan/run.json'].map((path) => [path, (text: string) => withDigest(text, contract)]),
        ),
      },
    }),
    /plan\/contract\.json: it is not the contract of the build that made the pack/,
  ],
  [
    'what the suite need not cover',
    () => ({ files: { 'plan/coverage-exclusions.yaml': (text) => `${text}# more is let off\n` } }),
    /coverage-exclusions\.yaml: it is not the table of the build that made the pack/,
  ],
  [
    'the words of a feature',
    () => ({ files: { 'plan/features/cards/card-lifecycle.feature': (text) => text.replace('On Hold', 'whatever') } }),
    /card-lifecycle\.feature: it is not the feature of the build that made the pack/,
  ],
  ...(
    [
      ['environment', 'summary.json', (text) => text.replace('"emulator"', '"staging"')],
      ['base URL', 'summary.json', (text) => text.replace('"baseUrl": "https://127.0.0.1', '"baseUrl": "https://127.0.0.2')], // prettier-ignore
      ['version of the contract', 'summary.json', (text) => text.replace(/"version": ".*"/, '"version": "9.9.9"')],
      ['selection', 'plan/run.json', (text) => text.replace('"@TM-29 or @TM-10"', 'null')],
      ['Program', 'results/gate.json', (text) => text.replace('"program": "', '"program": "Certified ')],
      ['code', 'plan/run.json', (text) => text.replace(/("codeSha256": ")[0-9a-f]{64}/, `$1${'c'.repeat(64)}`)],
    ] as const satisfies readonly (readonly [string, string, (text: string) => string])[]
  ).map(
    ([what, path, change]) =>
      [
        `the ${what} at one place`,
        () => ({ files: { [path]: change } }),
        new RegExp(`: ${what}: it says .*, the frozen plan `),
      ] as const,
  ),
  [
    'what people read first of a member that comes twice',
    () => ({ files: { 'plan/program.json': (text) => text.replace('{', '{\n  "program": "Certified by Axys",') } }),
    /plan\/program\.json: it is not written as axys-certify writes it: a member that comes twice/,
  ],
  [
    'what people read first of a member of a call that comes twice',
    () => ({ files: { 'exchanges/exchanges.ndjson': (text) => text.replace('{"id"', '{"durationMs":7,"id"') } }),
    /exchanges\.ndjson line 1: it is not written as axys-certify writes it/,
  ],
  [
    'when it began',
    () => ({ files: { 'plan/run.json': (text) => text.replace(/("startedAt": ")\d{4}/, '$12027') } }),
    /plan\/run\.json: it began at 2027-.*, its name says /,
  ],
  [
    'who attests what, with a day that has not come',
    () => ({ files: { 'plan/program.json': attestedLater } }),
    /plan\/program\.json: no run of .* starts with it: \/attestations\/0\/on: 2099-01-01 has not come yet/,
  ],
  [
    'the program profile into something that nobody could start a run with',
    () => ({ files: { 'plan/program.json': (text) => text.replace('{', '{ "certifiedBy": "Axys",') } }),
    /plan\/program\.json: no run starts with such a profile: Unknown member \/certifiedBy/,
  ],
  [
    'the packages of the harness',
    () => ({
      files: { 'harness/sbom.cdx.json': (text) => text.replace(/"components":\[.*\],"dep/, '"components":[],"dep') },
    }),
    /sbom\.cdx\.json: it does not list the packages of the build that made the pack/,
  ],
  [
    'how much the build finds',
    () => ({ files: { 'harness/mutation-score.json': inventedScore } }),
    /mutation-score\.json: its tally of seeded faults does not count the mutants it lists/,
  ],
  [
    'why nobody knows how much it finds',
    () => ({
      files: { 'harness/mutation-score.json': (text) => text.replace(/("none": ")[^"]*/, '$1all were found') },
    }),
    /mutation-score\.json: it has no score, and none of the reasons for that/,
  ],
  ...(
    [
      [
        'a claim of the profile',
        '"claims": \\[',
        '"claims": [{"capability":"wallets","outcome":"upheld","finding":"it has none"},',
        'results/gate.json',
        'claim wallets: recorded .*, the evidence gives nothing',
      ],
      [
        'what became of a claim',
        'not-probed',
        'upheld',
        'results/gate.json',
        'claim sumsub: recorded .*, the evidence gives',
      ],
      [
        'how many files were scanned',
        '"files": \\d',
        '"files": 9',
        'card-data-scan.json',
        'files: scanning the pack again',
      ],
      [
        'how many bytes were scanned',
        '"bytes": \\d',
        '"bytes": 9',
        'card-data-scan.json',
        'bytes: scanning the pack again',
      ],
      [
        'a rule of the scan',
        '"title": "digits',
        '"title": "all digits',
        'card-data-scan.json',
        'rules: scanning the pack again',
      ],
      [
        'whether a rule was applied',
        '"applied": true',
        '"applied": false',
        'card-data-scan.json',
        'rules: scanning the pack again',
      ],
      [
        'how many secrets were looked for',
        '"searched": \\{\\s+"api-key": \\d+,?',
        '"searched": {',
        'card-data-scan.json',
        'it looked for 0 values of kind api-key, and the redaction ledger names \\d',
      ],
      [
        'what the run may create',
        '"card": \\d',
        '"card": 9',
        'plan/budget.json',
        'it is not what the build that made the pack makes',
      ],
      [
        'what an operation creates',
        '  "issueVirtualCard": "card",\\n',
        '',
        'plan/creations.json',
        'it is not what the build that made the pack makes',
      ],
      [
        'what a scenario may create',
        '"card": \\d',
        '"card": 9',
        'plan/catalogue.json',
        'its creates is not that of the build that made the pack',
      ],
      [
        'how a planned scenario reads',
        '("featureName": ")',
        '$1Whole ',
        'plan/scenarios.json',
        'it is not the scenario of the build that made the pack',
      ],
      [
        'how the selection reads',
        '("description": ")[^"]*',
        '$1all scenarios',
        'plan/scenarios.json',
        'its description is not that of its selection',
      ],
      [
        'which features were run',
        '("featuresSha256": ")\\w{8}',
        '$1ffffffff',
        'plan/run.json',
        'featuresSha256 is not that of the features and tables',
      ],
      [
        'a note of the recomputation',
        '("problem": ")[^"]*',
        '$1nothing',
        'results/recomputation.json',
        'notes: deriving the run again gives something else',
      ],
    ] as const
  ).map(
    ([what, from, to, path, problem]) =>
      [
        what,
        () => ({ files: { [path]: (text: string) => text.replace(new RegExp(from), to) } }),
        new RegExp(`${path.replaceAll('.', '\\.')}.*: ${problem}`),
      ] as const,
  ),
];

function attestedLater(text: string): string {
  const attestations = [{ requirement: 'TM-42', by: 'J. Roe', on: '2099-01-01', statement: 'seen' }];
  return JSON.stringify({ ...(JSON.parse(text) as object), attestations });
}

/** All faults killed, and none listed. */
function inventedScore(text: string): string {
  const all = { mutants: 175, killed: 175, survived: 0, falseAlarms: 0, broken: 0, equivalent: 0, refuted: 0 };
  const { build } = JSON.parse(text) as { readonly build: object };
  const part = { tally: all, mutants: [] };
  return JSON.stringify({
    ...{ version: 1, madeAt: '2026-11-22T06:00:00.000Z', build, runtime: currentRuntime(), seed: 3, whole: true },
    ...{ behaviour: part, wire: { ...part, kinds: [] }, sample: part, requirements: [] },
  });
}

function withDigest(text: string, contract: string): string {
  return text.replace(/("(?:sha256|contractSha256)": ")[0-9a-f]{64}/, `$1${contractDigest(JSON.parse(contract))}`);
}

describe('a rejected run that somebody improves, with every digest renewed', () => {
  let cwd = '';
  let pack = '';

  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-forgeries-'));
    const emulator = await serveHere(['--env-file', 'e.env', '--fault', 'lifecycle/block-without-effect'], cwd);
    try {
      const run = await runHere(['run', '--env-file', 'e.env', '--tags', '@TM-29 or @TM-10'], cwd);
      assert.equal(run.code, 1, run.said);
    } finally {
      await emulator.stop();
    }
    pack = await realpath(join(cwd, 'reports/latest'));
  });

  after(() => rm(cwd, { recursive: true, force: true }));

  const found = async (place: string) => {
    const again = { recompute: recomputeOrExplain, ownPlan: ownPlanDifferences, views: viewDifferences };
    const own = { build: readBuildInfo(), ...again };
    return verifyPack({ pack: place, key: null, requireCertifiable: false, ...own, steps });
  };

  it('holds as it is', async () => {
    const { sound, steps: done } = await found(pack);
    assert.ok(sound, JSON.stringify(done, null, 1));
  });

  it('is found out by name where a feature that it ran is taken away', async () => {
    const forged = join(cwd, 'forged');
    await cp(pack, forged, { recursive: true });
    await rm(join(forged, 'plan/features/cards/card-lifecycle.feature'));
    await forgePack(forged, { files: {} }, privateKey);
    const said = (await found(forged)).steps.flatMap(({ items }) => items.map(({ where, problem }) => where + problem));
    assert.ok(said.includes('plan/features/cards/card-lifecycle.featureit is missing: planned scenarios stand in it'));
    await rm(forged, { recursive: true });
  });

  for (const [what, forgeryOf, named] of forgeries) {
    it(`is found out by name where they change ${what}`, async () => {
      const forged = join(cwd, 'forged');
      await cp(pack, forged, { recursive: true });
      const contract = await readFile(join(pack, 'plan/contract.json'), 'utf8');
      const laxer = contract.replace('"x-provenance": "documented"', '"x-provenance": "assumed"');
      await forgePack(forged, forgeryOf(laxer), privateKey);
      const { sound, steps: done } = await found(forged);
      assert.equal(sound, false);
      const said = done.flatMap(({ items }) => items.map(({ where, problem }) => `${where}: ${problem}`)).join('\n');
      assert.match(said, named);
      await rm(forged, { recursive: true });
    });
  }
});
