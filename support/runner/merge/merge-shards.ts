import { join } from 'node:path';
import { currentRuntime, type BuildInfo } from '../../config/build-info.js';
import { readProvenance, readBillOfMaterials } from '../../config/embedded-build.js';
import type { Profile } from '../../config/profile.js';
import { contractOf } from '../../contract/contract-of.js';
import type { JsonObject } from '../../json/json-pointer.js';
import { compileValidators } from '../../contract/validators.js';
import { evidenceFolder, makeRunFolder } from '../../evidence/evidence-folder.js';
import { writeHarness } from '../../evidence/harness-files.js';
import { planFiles } from '../../evidence/plan-files.js';
import { jsonOf, openPack, type OpenPack } from '../../evidence/verify/open-pack.js';
import { recordedStreams } from '../../evidence/recorded-streams.js';
import type { DerivedRun } from '../../views/derived-run.js';
import { scoreOfBuild } from '../../mutation/score/build-score.js';
import { recorderFiles } from '../../trace/recorder-files.js';
import { allChecks } from '../../verdict/checks/all-checks.js';
import { loadRequirements } from '../../verdict/load-requirements.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { decideAndSeal, type SealedRun } from '../decide-and-seal.js';
import { runRecordIn } from '../gate-facts.js';
import { readLines } from '../resume/read-journal.js';
import type { FrozenScenarios } from '../recompute/recorded-run.js';
import { signerOf } from '../signer-of.js';
import { StrayExchanges } from '../stray-exchanges.js';
import { joinedFacts } from './joined-facts.js';
import { mergeProblem } from './merge-problem.js';
import type { MergedPlan } from './merged-plan.js';
import type { ShardSource } from './shard-source.js';
import { writeJoined } from './write-joined.js';

/** Shards that are to become one run. */
export interface MergeRequest {
  readonly runId: string;
  /** Folder of the merged run, absolute. */
  readonly folder: string;
  /** Verified packs, in any order. */
  readonly sources: readonly ShardSource[];
  readonly signingKeyPath: string | null;
  readonly build: BuildInfo;
  readonly harnessVersion: string;
  readonly allureWritten?: () => Promise<void>;
}

/**
 * Makes one run of the shards of a plan: one pack and one decision, as if the plan had been run undivided. Throws MRG-101 to
 * MRG-108 (2) unless the packs are exactly the shards of one plan, before anything is written.
 */
export async function mergeShards(request: MergeRequest): Promise<DerivedRun> {
  const { runId, folder, build, harnessVersion, signingKeyPath } = request;
  const { signer, secrets } = await signerOf(signingKeyPath);
  const merging = { codeSha256: build.codeSha256, keyId: signer.adHoc ? null : signer.keyId };
  const problem = mergeProblem(
    request.sources.map(({ given }) => given),
    merging,
  );
  if (problem !== null) throw problem;
  const sources = request.sources.toSorted((a, b) => a.open.claim.index - b.open.claim.index);
  const shards = sources.map(({ open }) => open);
  const merged = mergedPlanOf(sources);
  await makeRunFolder(folder);
  const target = evidenceFolder(folder);
  await writeJoined(target, { runId, merged, shards });
  const embedded = { provenance: readProvenance(), billOfMaterials: readBillOfMaterials() };
  const harness = { build, runtime: currentRuntime(), ...embedded };
  await writeHarness(target, { ...harness, score: scoreOfBuild(build) });
  const pack = await openPack(folder);
  const facts = await joinedFacts(shards);
  const { baseUrl, environment } = await runRecordIn(pack);
  const profile = (await jsonOf(pack, planFiles.program)) as Profile;
  const [first] = sources;
  if (first === undefined) throw new Error('a plan has at least one shard');
  return decideAndSeal(await asRun(request, pack), {
    target: { environment, class: first.given.targetClass, profile },
    ...{ baseUrl, results: await resultsIn(pack), strays: await straysIn(pack), claims: facts.claims },
    ...{ others: facts.others, harnessProblems: facts.harnessProblems, interrupted: facts.interrupted, holed: false },
    beside: null,
    // A run is worth no more than the weakest of its signatures.
    signer: { ...signer, adHoc: signer.adHoc || facts.adHocKey },
    secrets: () => secrets,
  });

  async function asRun(of: MergeRequest, whole: OpenPack): Promise<SealedRun> {
    const document = (await jsonOf(whole, planFiles.contract)) as JsonObject;
    const contract = { ...contractOf(document), sha256: merged.plan.conditions.contractSha256 };
    const frozen = (await jsonOf(whole, planFiles.scenarios)) as FrozenScenarios;
    return {
      ...{ runId, folder, harnessVersion },
      prepared: {
        judged: { contract, validators: compileValidators(contract) },
        plan: { ...frozen, catalogue: [], carried: [] },
        catalogue: await loadRequirements(join(folder, planFiles.requirements), new Set(allChecks.keys())),
      },
      ...(of.allureWritten === undefined ? {} : { allureWritten: of.allureWritten }),
    };
  }
}

function mergedPlanOf(sources: readonly ShardSource[]): MergedPlan {
  const [first] = sources;
  const shard = first?.given.shard;
  if (shard === undefined || shard === null) throw new Error('only shards are merged');
  return { planSha256: shard.planSha256, plan: shard.plan, shards: sources.map(({ open }) => open.claim) };
}

async function resultsIn(pack: OpenPack): Promise<readonly ScenarioResult[]> {
  const results: ScenarioResult[] = [];
  for await (const result of readLines<ScenarioResult>(pack, recorderFiles.results)) results.push(result);
  return results;
}

async function straysIn(pack: OpenPack): Promise<StrayExchanges> {
  const strays = new StrayExchanges();
  for await (const exchange of recordedStreams(pack).exchanges()) strays.listen(exchange);
  return strays;
}
