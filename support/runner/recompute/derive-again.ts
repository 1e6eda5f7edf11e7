import { planFiles } from '../../evidence/plan-files.js';
import { knownScenariosIn, type KnownScenario } from '../../evidence/test-scripts/known-scenario.js';
import { bytesOf, type OpenPack } from '../../evidence/verify/open-pack.js';
import { recordedStreams } from '../../evidence/recorded-streams.js';
import type { Judge } from '../../contract/judge.js';
import type { TargetClass } from '../../target/target.js';
import { readCarried, type CarriedEvidence } from '../carry/read-carried.js';
import { mergeClaims } from '../carry/merge-claims.js';
import { gateFactsIn, type GateFacts } from '../gate-facts.js';
import type { FrozenShard } from '../shard/shard-plan.js';
import { readShard } from '../shard/read-shard.js';
import { ClaimsAgain } from './claims-again.js';
import { cucumberAttempts, type CucumberAttempts } from './cucumber-attempts.js';
import { JudgingAgain, type JudgedAgain } from './judging-again.js';
import type { FrozenRun } from './recorded-run.js';
import { recomputeResults, type RecomputedResults } from './recompute-results.js';
import { loadWayTable } from './ways/way-table.js';

/** What follows from what a run froze and recorded. Nothing is needed that is written when the run is decided. */
export interface DerivedAgain {
  readonly judged: JudgedAgain;
  readonly recomputed: RecomputedResults;
  /** What became of the claims of the profile, those of carried evidence counted in. */
  readonly claims: ClaimsAgain['found'];
  readonly carried: CarriedEvidence | null;
  readonly gateFacts: GateFacts;
  readonly attempts: CucumberAttempts | null;
  /** The whole matrix as the plan froze it. */
  readonly matrix: readonly KnownScenario[];
  readonly shard: FrozenShard | null;
}

/** What deriving a run again starts from. */
export interface DerivationSource {
  readonly run: FrozenRun;
  readonly targetClass: TargetClass;
  /** What judging the exchanges again found, or the judge that is to do it. */
  readonly judging: JudgedAgain | Judge;
}

/** Derives results and the facts of the gate again, in one pass over the exchanges. Throws what the readers throw. */
export async function deriveAgain(
  pack: OpenPack,
  { run, targetClass, judging }: DerivationSource,
): Promise<DerivedAgain> {
  const gateFacts = await gateFactsIn(pack);
  const claims = new ClaimsAgain({ run, ...gateFacts });
  const setting = { catalogue: run.catalogue, targetClass, ways: await loadWayTable(), claims };
  const { judged, recomputed } =
    typeof judging === 'function'
      ? await judgeAndRecompute(pack, run, setting, judging)
      : { judged: judging, recomputed: await recomputeResults(run, setting, () => Promise.resolve()) };
  const carried = await readCarried(pack);
  const attempts = await cucumberAttempts(pack);
  const matrix = knownScenariosIn((await bytesOf(pack, planFiles.catalogue)).toString('utf8'), planFiles.catalogue);
  return {
    ...{ judged, recomputed, carried, gateFacts, attempts, matrix, shard: await readShard(pack) },
    claims: mergeClaims(claims.found, carried?.earlier.claims ?? []),
  };
}

async function judgeAndRecompute(
  pack: OpenPack,
  run: FrozenRun,
  setting: Parameters<typeof recomputeResults>[1],
  judge: Judge,
) {
  const judging = await JudgingAgain.of(recordedStreams(pack), judge);
  try {
    const recomputed = await recomputeResults(run, setting, (exchange) => judging.next(exchange));
    return { recomputed, judged: await judging.end() };
  } finally {
    await judging.close();
  }
}
