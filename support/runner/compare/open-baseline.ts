import { observeBehaviour } from './observe-behaviour.js';
import { joinNoise, learnNoise } from '../../diff/behaviour/noise.js';
import type { Noise } from '../../diff/behaviour/behaviour-diff.js';
import type { ObservedBehaviour } from '../../diff/behaviour/observed-behaviour.js';
import type { Baseline, NamedPack } from '../../diff/dossier/baseline.js';
import type { BaselineRequest } from '../../diff/dossier/baseline-request.js';
import type { VerifyRequest } from '../../evidence/verify/verify-pack.js';
import { baselineIntegrityMessages, baselineUsageMessages } from '../../messages/baseline-messages.js';
import { errorsOf } from '../../messages/coded-error.js';
import { readRecordedRun } from '../recompute/recorded-run.js';
import { verifyGivenPack, type GivenPack } from '../recompute/verify-given-pack.js';

const unsound = errorsOf(baselineIntegrityMessages, 'integrity');
const usage = errorsOf(baselineUsageMessages, 'usage');

/** Where the packs of a comparison lie, absolute. */
export interface ComparedPlaces {
  readonly baseline: string;
  /** Further runs of the same version. */
  readonly noise: readonly string[];
}

/**
 * Verifies a baseline and the packs that noise is learned from, and reads what their runs saw of the target. VFY-101 (64)
 * where there is none, BSL-301 (4) for one that does not hold, BSL-103 (64) for noise of another version.
 */
export async function openBaseline(
  { baseline, noise }: ComparedPlaces,
  build: VerifyRequest['build'],
): Promise<Omit<BaselineRequest, 'approvals'>> {
  const open = (place: string) =>
    verifyGivenPack(place, build, { anyBuild: true, refuse: (found) => unsound('BSL-301', { pack: place, ...found }) });
  const given = await open(baseline);
  const observed = await observeBehaviour(given.pack);
  const learned: Noise[] = [];
  const named: NamedPack[] = [];
  for (const place of noise) {
    const other = await open(place);
    const seen = await observeBehaviour(other.pack);
    const problem = whyNoSecondRun(observed, seen);
    if (problem !== null) throw usage('BSL-103', { pack: place, problem });
    learned.push(learnNoise(observed, seen));
    named.push(namedPack(seen, other));
  }
  return {
    ...{ pack: given.pack, observed },
    noise: joinNoise(learned),
    facts: await factsOf(observed, given, named),
  };
}

async function factsOf(observed: ObservedBehaviour, given: GivenPack, noise: readonly NamedPack[]): Promise<Baseline> {
  const { facts } = await readRecordedRun(given.pack);
  const { startedAt, decision } = observed.run;
  const { program, adHocKey } = facts;
  return { ...namedPack(observed, given), startedAt, decision, program, adHocKey, verified: given.extent, noise };
}

function namedPack({ run }: ObservedBehaviour, { manifestSha256, keyId }: GivenPack): NamedPack {
  return { runId: run.runId, manifestSha256, keyId };
}

function whyNoSecondRun({ run: one }: ObservedBehaviour, { run: other }: ObservedBehaviour): string | null {
  if (one.runId === other.runId) return 'it is the baseline itself';
  if (one.contract.sha256 !== other.contract.sha256) return 'its run was judged by another contract than the baseline';
  // Ids of a Program's own objects stand in its profile, so that two runs on the emulator seldom have the same one.
  return one.target.class === other.target.class ? null : 'its run was against another kind of target';
}
