import type { RecordedFacts } from '../../evidence/recorded-facts.js';
import { gateFile } from '../../evidence/write-gate.js';
import type { OtherRun } from '../../evidence/run-facts.js';
import type { Summary } from '../../evidence/summary.js';
import { jsonOf } from '../../evidence/verify/open-pack.js';
import { errorsOf } from '../../messages/coded-error.js';
import { verifyMessages } from '../../messages/verify-messages.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import type { CapabilityClaim } from '../../verdict/capability-claim.js';
import { mergeClaims } from '../carry/merge-claims.js';
import type { OpenShard } from './shard-within.js';

const damaged = errorsOf(verifyMessages, 'integrity');

/** What happened once in the shards of a merged run, taken together. */
export interface JoinedFacts {
  readonly harnessProblems: readonly string[];
  readonly interrupted: boolean;
  readonly claims: ReadonlyMap<CapabilityClaim['capability'], CapabilityClaim>;
  /** Runs on the same Program that were no shards of this one. */
  readonly others: readonly OtherRun[];
  /** True when a shard was signed with a key made for it alone. */
  readonly adHocKey: boolean;
}

/** Joins what the shards recorded as facts. Throws VFY-302 for a shard whose facts cannot be read. */
export async function joinedFacts(shards: readonly OpenShard[]): Promise<JoinedFacts> {
  const told = await Promise.all(
    shards.map(async ({ pack, claim }) => {
      const gate = await jsonOf(pack, gateFile);
      const problem = shapeProblem('gate', gate);
      if (problem !== null)
        throw damaged('VFY-302', { file: gateFile, problem: `shard ${claim.index}: ${problem.where}` });
      const summary = (await jsonOf(pack, 'summary.json')) as Summary;
      return { claim, facts: (gate as { readonly facts: RecordedFacts }).facts, others: summary.otherRuns ?? [] };
    }),
  );
  const own = new Set(shards.map(({ claim }) => claim.runId.toLowerCase()));
  const others = told.flatMap((one) => one.others).filter(({ runId }) => !own.has(runId.toLowerCase()));
  const [first, ...rest] = told.map(({ facts }) => facts.claims);
  return {
    harnessProblems: told.flatMap(({ claim, facts }) =>
      facts.harnessProblems.map((problem) => `shard ${String(claim.index)}: ${problem}`),
    ),
    interrupted: told.some(({ facts }) => facts.interrupted),
    claims: mergeClaims(new Map((first ?? []).map((claim) => [claim.capability, claim])), rest.flat()),
    others: [...new Map(others.map((other) => [other.runId.toLowerCase(), other])).values()],
    adHocKey: told.some(({ facts }) => facts.adHocKey),
  };
}
