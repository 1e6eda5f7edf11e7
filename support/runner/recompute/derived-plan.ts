import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { ownContractPath } from '../../config/own-contract-path.js';
import { packageRoot } from '../../config/package-root.js';
import { parseYaml } from '../../config/parse-yaml.js';
import { contractOf } from '../../contract/contract-of.js';
import { creationsOf } from '../../evidence/leftovers/creations.js';
import { planFiles } from '../../evidence/plan-files.js';
import { bytesOf, type OpenPack } from '../../evidence/verify/open-pack.js';
import type { Difference } from '../../evidence/verify/verification.js';
import type { JsonObject } from '../../json/json-pointer.js';
import { runOutline } from '../budget/run-outline.js';
import { callTableFile, loadScenarioCalls, type CallTable } from '../budget/scenario-calls.js';
import { runRecordIn } from '../gate-facts.js';
import type { PlannedScenario } from '../planned-scenario.js';
import { digestFiles } from '../resume/digest-files.js';
import { runRecordFile } from '../resume/run-record.js';
import { runFolders } from '../resume/run-folders.js';
import { isOwnDescription } from '../selection-in-words.js';
import type { RecordedRun } from './recorded-run.js';

/** What this build would freeze of the same run. */
export interface OwnBuildPlan {
  /** Every scenario of this build. */
  readonly catalogue: readonly PlannedScenario[];
  /** What each of them may call and create. */
  readonly calls: CallTable;
  /** The text of `plan/creations.json`. */
  readonly creations: string;
}

/** Reads what a plan is made of besides what was selected. */
export async function ownBuildPlan(catalogue: readonly PlannedScenario[]): Promise<OwnBuildPlan> {
  const own = contractOf(parseYaml(await readFile(ownContractPath, 'utf8')) as JsonObject);
  return { catalogue, calls: await loadScenarioCalls(callTableFile, own), creations: textOf(creationsOf(own)) };
}

/**
 * Where what a plan says of its scenarios, of what each operation creates and of what the run may call and create is not what this
 * build makes of the same selection and profile.
 */
export async function derivedPlanDifferences(
  pack: OpenPack,
  { frozen, catalogue: rows, profile }: RecordedRun,
  own: OwnBuildPlan,
): Promise<Difference[]> {
  const { environment, baseUrl, featuresSha256 } = await runRecordIn(pack);
  const plan = { ...frozen, catalogue: [], carried: [] };
  const asked = { profile, environment, baseUrl: new URL(baseUrl) };
  const budget = textOf(runOutline(asked, { plan, catalogue: rows, calls: own.calls }));
  const run = featuresSha256 === (await digestFiles(packageRoot(), runFolders));
  const told = isOwnDescription(frozen.description, frozen.selection, frozen.scenarios.length);
  return [
    ...scenarioDifferences(frozen.scenarios, own.catalogue),
    ...said(told, planFiles.scenarios, 'its description is not that of its selection'),
    ...said(
      run,
      runRecordFile,
      'featuresSha256 is not that of the features and tables of the build that made the pack',
    ),
    ...(await textDifferences(pack, planFiles.creations, own.creations)),
    ...(await textDifferences(pack, planFiles.budget, budget)),
  ];
}

/** Cucumber ran them by line and tags; the rest of them people read. */
function scenarioDifferences(planned: readonly PlannedScenario[], own: readonly PlannedScenario[]): Difference[] {
  const known = new Map(own.map((scenario) => [scenario.id, scenario]));
  return planned
    .filter((scenario) => !isDeepStrictEqual(scenario, known.get(scenario.id)))
    .map(({ id }) => ({
      where: `${planFiles.scenarios}: ${id}`,
      problem: 'it is not the scenario of the build that made the pack',
    }));
}

async function textDifferences(pack: OpenPack, path: string, own: string): Promise<Difference[]> {
  if (pack.file(path) === null) return said(false, path, 'it is missing');
  const same = (await bytesOf(pack, path)).equals(Buffer.from(own));
  return said(same, path, 'it is not what the build that made the pack makes of this selection and profile');
}

function said(holds: boolean, where: string, problem: string): Difference[] {
  return holds ? [] : [{ where, problem }];
}

function textOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
