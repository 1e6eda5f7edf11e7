import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../config/package-root.js';
import type { Profile } from '../config/profile.js';
import { withoutCardNumbers } from '../contract/card-number.js';
import { canonicalJson } from '../contract/document/canonical-json.js';
import type { EvidenceFolder } from '../evidence/evidence-folder.js';
import type { Masker } from '../trace/mask/mask-record.js';
import { exclusionsPath } from '../coverage/exclusions/read-exclusions.js';
import { creationsOf } from '../evidence/leftovers/creations.js';
import { planFiles } from '../evidence/plan-files.js';
import { shardPlanFile } from '../evidence/shard-places.js';
import { writeJson } from '../evidence/write-json.js';
import { lifecycleNames } from '../lifecycle/lifecycle.js';
import { lifecycleFolder } from '../lifecycle/lifecycle-folder.js';
import { openQuestionsPath } from '../questions/load-open-questions.js';
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
 */
export async function freezePlan(
  folder: EvidenceFolder,
  prepared: PreparedRun,
  { profile, masker, outline }: PlanSetting,
): Promise<void> {
  const { judged, served, plan, catalogueFile } = prepared;
  const write = (path: string, content: unknown) => folder.write(path, `${JSON.stringify(content, null, 2)}\n`);
  const contract = withoutSamples(judged.contract.document, masker);
  await write(planFiles.contract, contract);
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
}

/** SHA-256 (hex) of a contract document, as the judge names it. */
export function contractDigest(document: unknown): string {
  return createHash('sha256').update(canonicalJson(document)).digest('hex');
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
