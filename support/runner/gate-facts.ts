import { contractChangesIn } from '../evidence/contract-changes-in.js';
import { clockJumpsIn } from '../evidence/journal/clock-jumps-in.js';
import { pausesIn } from '../evidence/journal/pauses-in.js';
import { deriveOrigin } from '../evidence/origin/derive-origin.js';
import type { Pause } from '../evidence/pause.js';
import type { Origin } from '../evidence/origin/origin.js';
import { planFiles } from '../evidence/plan-files.js';
import { shardFolder } from '../evidence/shard-places.js';
import { jsonOf, type OpenPack } from '../evidence/verify/open-pack.js';
import { requireShape } from '../evidence/verify/require-shape.js';
import { recordedStreams } from '../evidence/recorded-streams.js';
import type { CucumberCount, GateContract } from '../verdict/gate-input.js';
import type { InvariantOutcome } from '../verdict/invariant.js';
import { watchInvariants } from '../verdict/invariants/watch-invariants.js';
import { packWithin } from './carry/carried-files.js';
import { readMergedPlan, type MergedPlan } from './merge/merged-plan.js';
import { countCucumber } from './count-cucumber.js';
import { contractDigest } from '../contract/contract-digest.js';
import { runRecordFile, type RunRecord } from './resume/run-record.js';
import { softenedScenarios } from './softened-scenarios.js';

/** What the gate needs of the frozen plan, of Cucumber's messages and of everything that was recorded. */
export interface GateFacts {
  /** What the run is bound to; a resumed run began when its first part did. */
  readonly record: RunRecord;
  readonly contract: Omit<GateContract, 'judged' | 'published' | 'publishedSha256'>;
  /** Scenarios with calls of an operation of which a rule is weaker than published. */
  readonly softened: ReadonlySet<string>;
  readonly cucumber: CucumberCount;
  /** Where the traffic went, as the connections show. */
  readonly origin: Origin;
  /** Where the target was: every base URL that the run, or one of the shards it was merged from, was started with. */
  readonly baseUrls: readonly string[];
  /** The shards that the run was merged from; null for any other run. */
  readonly merged: MergedPlan | null;
  /** When the machine's clock jumped, as sentences. */
  readonly clockJumps: readonly string[];
  /** When the run stood still until it was resumed. */
  readonly pauses: readonly Pause[];
  /** What became of the rules that all traffic must keep. */
  readonly invariants: readonly InvariantOutcome[];
}

/** Reads the facts from a run's folder or pack. VFY-302 for a plan that is missing or damaged. */
export async function gateFactsIn(pack: OpenPack): Promise<GateFacts> {
  const record = await runRecordIn(pack);
  const { contractAsJudged } = (await jsonOf(pack, planFiles.scenarios)) as { readonly contractAsJudged?: unknown };
  const merged = await readMergedPlan(pack);
  const changes = await contractChangesIn(pack);
  return {
    ...{ record, merged, baseUrls: await baseUrlsOf(pack, record, merged) },
    contract: {
      frozen: contractDigest(await jsonOf(pack, planFiles.contract)),
      // Only a plain `false`, as the plan writes it, stands for a contract that had to be masked.
      asJudged: contractAsJudged !== false,
      given: record.contractGiven,
      overlay: record.overlay,
      changes,
    },
    softened: await softenedScenarios(recordedStreams(pack), changes),
    cucumber: await countCucumber(pack),
    clockJumps: await clockJumpsIn(pack),
    pauses: await pausesIn(pack),
    origin: await deriveOrigin(recordedStreams(pack)),
    invariants: await watchInvariants(recordedStreams(pack)),
  };
}

async function baseUrlsOf(pack: OpenPack, record: RunRecord, merged: MergedPlan | null): Promise<readonly string[]> {
  if (merged === null) return [record.baseUrl];
  const records = await Promise.all(
    merged.shards.map(({ index }) => runRecordIn(packWithin(pack, shardFolder(index)))),
  );
  return [...new Set(records.map(({ baseUrl }) => baseUrl))];
}

/** Reads `plan/run.json` from a pack. VFY-302 for one that is missing or damaged. */
export async function runRecordIn(pack: OpenPack): Promise<RunRecord> {
  const record = await jsonOf(pack, runRecordFile);
  requireShape('run-record', record, runRecordFile);
  return record as RunRecord;
}
