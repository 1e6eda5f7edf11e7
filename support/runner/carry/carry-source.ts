import type { OpenPack } from '../../evidence/verify/open-pack.js';
import type { VerifyRequest } from '../../evidence/verify/verify-pack.js';
import { errorsOf } from '../../messages/coded-error.js';
import { carryIntegrityMessages, carryMessages } from '../../messages/carry-messages.js';
import type { CarriedScenario } from '../../verdict/carried-over.js';
import { matrixOf } from '../matrix-of.js';
import type { Plan } from '../plan.js';
import { readRecordedRun } from '../recompute/recorded-run.js';
import { verifyGivenPack } from '../recompute/verify-given-pack.js';
import { ageProblem } from './carried-problems.js';
import type { CarriedSource } from './carried-plan.js';
import { chooseCarried, type EarlierResults } from './choose-carried.js';
import { earlierRun, type EarlierRun } from './read-carried.js';
import { settledScenarios } from './settled-scenarios.js';

const unsound = errorsOf(carryIntegrityMessages, 'integrity');
const usage = errorsOf(carryMessages, 'usage');

/** A verified pack that evidence can be taken from. */
export interface CarrySource {
  readonly pack: OpenPack;
  readonly source: CarriedSource;
  readonly earlier: EarlierRun;
  readonly results: EarlierResults;
}

/**
 * Opens the pack that `--carry` names and verifies all of it, as `verify` does. Throws VFY-101 (64) when there is none, and
 * CRY-301 (4) when anything in it does not hold: nothing is ever taken from such a pack.
 */
export async function openCarrySource(place: string, build: VerifyRequest['build']): Promise<CarrySource> {
  const { pack, manifestSha256, keyId } = await verifyGivenPack(place, build, {
    anyBuild: false,
    refuse: (found) => unsound('CRY-301', { pack: place, ...found }),
  });
  const earlier = await earlierRun(pack);
  const { summary } = await readRecordedRun(pack);
  const { runId, startedAt } = earlier.record;
  return {
    ...{ pack, earlier },
    source: { runId, startedAt, manifestSha256, keyId },
    results: {
      scenarios: await settledScenarios(pack),
      rows: new Map(summary.requirements.map(({ id, outcome }) => [id, outcome])),
    },
  };
}

/**
 * Chooses what a run takes over that begins at `startedAt` (ISO 8601): everything demonstrated there, but for what a
 * selection names, which always runs. Throws CRY-103 (64) for a pack that is too old, and
 * CRY-105 (64) for one that has nothing to carry.
 */
export function chooseFrom({ source, results }: CarrySource, plan: Plan, startedAt: string): CarriedScenario[] {
  const old = ageProblem(source.startedAt, startedAt);
  if (old !== null) throw usage('CRY-103', { run: source.runId, problem: old });
  const named = plan.selection.tags !== null || plan.selection.scenarioId !== null;
  const running = new Set(named ? plan.scenarios.map(({ id }) => id) : []);
  const chosen = chooseCarried(results, matrixOf(plan), startedAt).filter(({ id }) => !running.has(id));
  if (chosen.length === 0) throw usage('CRY-105', { run: source.runId });
  return chosen;
}
