import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../config/package-root.js';
import type { Profile } from '../config/profile.js';
import { withoutCardNumbers } from '../card-data/card-number.js';
import type { ContractChanges } from '../contract/contract-changes.js';
import { contractDigest } from '../contract/contract-digest.js';
import type { EvidenceFolder } from '../evidence/evidence-folder.js';
import type { Masker } from '../trace/mask/mask-record.js';
import type { JsonObject } from '../json/json-pointer.js';
import { exclusionsPath } from '../coverage/exclusions/read-exclusions.js';
import { contractChangesOf } from '../diff/strictness/contract-changes-of.js';
import { creationsOf } from '../evidence/leftovers/creations.js';
import { planFiles } from '../evidence/plan-files.js';
import { shardPlanFile } from '../evidence/shard-places.js';
import { writeJson } from '../evidence/write-json.js';
import { lifecycleNames } from '../lifecycle/lifecycle.js';
import { lifecycleFolder } from '../lifecycle/lifecycle-folder.js';
import { openQuestionsPath } from '../questions/open-questions-in.js';
import { knownScenarios } from './known-scenarios.js';
import type { RunOutline } from './budget/run-outline.js';
import type { PreparedRun } from './prepare-run.js';

/** Members of a contract that hold sample data: they change no judgement, and official documents show card data in them. */
const samples: ReadonlySet<string> = new Set(['example', 'examples']);

/** What the plan says besides what was prepared. */
export interface PlanSetting {
  readonly profile: Profile;
  readonly masker: Masker;
  /** What the run may call and create at most. */
  readonly outline: RunOutline;
}

/**
 * Writes what the run will be judged by, before its first call: contract with the overlay applied, program profile, rows,
 * selected scenarios, features, lifecycles, open questions, coverage exclusions, what each operation creates, and the budget. Masked like everything else.
 * Beside the contract lie the overlay and what all that the operator gave changes in the published one, which is returned; null for nothing.
 */
export async function freezePlan(
  folder: EvidenceFolder,
  prepared: PreparedRun,
  { profile, masker, outline }: PlanSetting,
): Promise<ContractChanges | null> {
  const { judged, served, overlay, plan, catalogueFile } = prepared;
  const write = (path: string, content: unknown) => folder.write(path, `${JSON.stringify(content, null, 2)}\n`);
  const contract = withoutSamples(judged.contract.document, masker);
  await write(planFiles.contract, contract);
  const changes = changesIn(contract as JsonObject, prepared);
  if (changes !== null)
    await writeJson(folder, planFiles.contractChanges, { schema: 'contract-changes', content: changes });
  if (overlay !== null) await write(planFiles.overlay, withoutSecrets(overlay, masker));
  await write(planFiles.program, masker.record(profile));
  const { partial, selection, description, scenarios } = plan;
  const contractAsJudged = contractDigest(contract) === judged.contract.sha256;
  await write(planFiles.scenarios, {
    partial,
    selection,
    description,
    scenarios,
    contractAsJudged,
  });
  await write(planFiles.catalogue, knownScenarios(prepared));
  if (plan.shard !== undefined) await writeJson(folder, shardPlanFile, { schema: 'shard', content: plan.shard });
  await write(planFiles.budget, outline);
  await write(planFiles.creations, creationsOf(served.contract));
  const copy = async (path: string, file: string) => folder.write(path, await readFile(file, 'utf8'));
  await copy(planFiles.requirements, catalogueFile);
  await copy(planFiles.questions, openQuestionsPath());
  await copy(planFiles.exclusions, exclusionsPath());
  for (const name of lifecycleNames)
    await copy(`${planFiles.lifecycles}${name}.yaml`, join(lifecycleFolder, `${name}.yaml`));
  for (const feature of new Set(scenarios.map((scenario) => scenario.feature))) {
    const text = await readFile(join(packageRoot(), 'features', feature), 'utf8');
    await folder.write(`plan/features/${feature}`, masker.text(text));
  }
  return changes;
}

/** Compared as it is frozen: `verify` has no other. */
function changesIn(frozen: JsonObject, { judged, served }: PreparedRun): ContractChanges | null {
  if (judged.contract.sha256 === served.contract.sha256) return null;
  return contractChangesOf(served.contract.document, frozen);
}

/** The overlay, its sample data masked as in the contract, and whatever people may have written into its texts. */
function withoutSecrets(overlay: JsonObject, masker: Masker): unknown {
  const masked = (value: unknown): unknown => {
    if (typeof value === 'string') return masker.text(value);
    if (Array.isArray(value)) return value.map(masked);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, masked(member)]));
  };
  return masked(withoutSamples(overlay, masker));
}

/** The contract, its sample data masked and card numbers in any other text replaced; otherwise as judged. */
function withoutSamples(value: unknown, masker: Masker): unknown {
  if (typeof value === 'string') return withoutCardNumbers(value);
  if (Array.isArray(value)) return value.map((item) => withoutSamples(item, masker));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      samples.has(name) ? masker.record(member as unknown) : withoutSamples(member, masker),
    ]),
  );
}
