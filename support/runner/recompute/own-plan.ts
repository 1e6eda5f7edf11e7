import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { packageRoot } from '../../config/package-root.js';
import { contractChangesIn } from '../../evidence/contract-changes-in.js';
import { planFiles } from '../../evidence/plan-files.js';
import { knownScenariosIn, type KnownScenario } from '../../evidence/test-scripts/known-scenario.js';
import { bytesOf, type OpenPack } from '../../evidence/verify/open-pack.js';
import type { Difference } from '../../evidence/verify/verification.js';
import type { JsonObject } from '../../json/json-pointer.js';
import { publishedContract } from '../../contract/published-contract.js';
import { contractDigest } from '../../contract/contract-digest.js';
import { runRecordIn } from '../gate-facts.js';
import { lifecycleNames } from '../../lifecycle/lifecycle.js';
import { knownScenarios } from '../known-scenarios.js';
import { ownCatalogue } from '../own-catalogue.js';
import { derivedPlanDifferences, ownBuildPlan } from './derived-plan.js';
import { ownHarnessDifferences } from './own-harness.js';
import { readRecordedRun } from './recorded-run.js';

/** Tables a plan freezes as they stand in the package: their path in the pack, and below `schemas/axys-v2/`. */
const tables: ReadonlyMap<string, string> = new Map([
  [planFiles.requirements, 'requirements.yaml'],
  [planFiles.questions, 'open-questions.yaml'],
  [planFiles.exclusions, 'coverage-exclusions.yaml'],
  ...lifecycleNames.map((name) => [`${planFiles.lifecycles}${name}.yaml`, `lifecycle/${name}.yaml`] as const),
]);

const parts = ['name', 'feature', 'requirements', 'steps', 'calls', 'creates'] as const;

/**
 * Where the frozen plan of a pack that this very build made is not the plan of this build: tables and features that were
 * changed, scenarios that were dropped, added or rewritten, what each may call and create, and what the harness says of itself. A run froze all of them before its first call, whatever it selected.
 */
export async function ownPlanDifferences(pack: OpenPack): Promise<Difference[]> {
  const run = await readRecordedRun(pack);
  const { frozen, contract } = run;
  const build = await ownBuildPlan(await ownCatalogue());
  const plan = { ...frozen, catalogue: build.catalogue, carried: [] };
  const own = knownScenarios({ plan, calls: build.calls });
  const text = (await bytesOf(pack, planFiles.catalogue)).toString('utf8');
  return [
    ...(await contractDifferences(pack, contract)),
    ...(await tableDifferences(pack)),
    ...(await featureDifferences(pack, new Set(frozen.scenarios.map(({ feature }) => feature)))),
    ...(await ownHarnessDifferences(pack)),
    ...(await derivedPlanDifferences(pack, run, build)),
    ...matrixDifferences(knownScenariosIn(text, planFiles.catalogue), own),
  ];
}

/**
 * A run that was given no other document was judged by our own. What an operator's document changes is listed against our own, and
 * against no other.
 */
async function contractDifferences(pack: OpenPack, contract: JsonObject): Promise<Difference[]> {
  const { contractGiven, overlay } = await runRecordIn(pack);
  const compared = (await contractChangesIn(pack))?.published.sha256 ?? publishedContract.sha256;
  if (compared !== publishedContract.sha256) {
    const problem = `it compares with the contract ${compared}, which is not the one published with the build that made the pack`;
    return [{ where: planFiles.contractChanges, problem }];
  }
  if (contractGiven || overlay || contractDigest(contract) === publishedContract.sha256) return [];
  const problem =
    'it is not the contract of the build that made the pack, and plan/run.json says that no other was given';
  return [{ where: planFiles.contract, problem }];
}

async function tableDifferences(pack: OpenPack): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const [path, table] of tables) {
    const own = await readFile(join(packageRoot(), 'schemas/axys-v2', table));
    if (!own.equals(await bytesOf(pack, path)))
      found.push({ where: path, problem: 'it is not the table of the build that made the pack' });
  }
  return found;
}

const featureFolder = 'plan/features/';

/** What Cucumber ran is the catalogue's business; these are the texts that people read. */
async function featureDifferences(pack: OpenPack, planned: ReadonlySet<string>): Promise<Difference[]> {
  const found: Difference[] = [...planned]
    .map((feature) => `${featureFolder}${feature}`)
    .filter((path) => pack.file(path) === null)
    .map((path) => ({ where: path, problem: 'it is missing: planned scenarios stand in it' }));
  for (const { path } of pack.files.filter((file) => file.path.startsWith(featureFolder))) {
    const own = await readFile(join(packageRoot(), 'features', path.slice(featureFolder.length))).catch(() => null);
    if (own === null) found.push({ where: path, problem: 'the build that made the pack has no such feature' });
    else if (!own.equals(await bytesOf(pack, path)))
      found.push({ where: path, problem: 'it is not the feature of the build that made the pack' });
  }
  return found;
}

/** Where a frozen matrix is not this one; the order counts for nothing. */
export function matrixDifferences(frozen: readonly KnownScenario[], own: readonly KnownScenario[]): Difference[] {
  const [there, here] = [byId(frozen), byId(own)];
  const wrong = (id: string, problem: string): Difference => ({ where: `${planFiles.catalogue}: ${id}`, problem });
  return [
    ...own
      .filter(({ id }) => !there.has(id))
      .map(({ id }) => wrong(id, 'it is missing: the build that made the pack has such a scenario')),
    ...frozen.flatMap((scenario) => {
      const mine = here.get(scenario.id);
      if (mine === undefined) return [wrong(scenario.id, 'the build that made the pack has no such scenario')];
      return parts
        .filter((part) => !isDeepStrictEqual(scenario[part], mine[part]))
        .map((part) => wrong(scenario.id, `its ${part} is not that of the build that made the pack`));
    }),
  ];
}

function byId(scenarios: readonly KnownScenario[]): ReadonlyMap<string, KnownScenario> {
  return new Map(scenarios.map((scenario) => [scenario.id, scenario]));
}
