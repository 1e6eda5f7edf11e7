import { carriedFolder } from '../../evidence/carried-places.js';
import type { OpenPack } from '../../evidence/verify/open-pack.js';
import type { CarriedScenario } from '../../verdict/carried-over.js';
import { finalResults } from '../../verdict/final-results.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { runRecordIn } from '../gate-facts.js';
import type { PlannedScenario } from '../planned-scenario.js';
import { readRecordedRun } from '../recompute/recorded-run.js';
import { packWithin } from './carried-files.js';
import { readCarriedPlan } from './carried-plan.js';

/** A scenario with its final result in a pack, from whichever run it really is. */
export interface SettledScenario extends CarriedScenario {
  /** As the run that ran it recorded it. */
  readonly result: ScenarioResult;
  /** As that run's plan froze it; null for a result nobody planned. */
  readonly planned: PlannedScenario | null;
}

/** Every scenario of a pack with its final result: its own, and what it took over itself. */
export async function settledScenarios(pack: OpenPack): Promise<SettledScenario[]> {
  const { results, frozen } = await readRecordedRun(pack);
  const { runId, startedAt } = await runRecordIn(pack);
  const own = finalResults(results).map((result) => ({
    ...{ id: result.id, runId, startedAt, result },
    planned: frozen.scenarios.find(({ id }) => id === result.id) ?? null,
  }));
  return [...own, ...(await carriedScenarios(pack))];
}

/** The scenarios that a pack took over, as the runs that ran them recorded them; empty when it took none. */
export async function carriedScenarios(pack: OpenPack): Promise<SettledScenario[]> {
  const plan = await readCarriedPlan(pack);
  if (plan === null) return [];
  const wanted = new Set(plan.scenarios.map(({ id }) => id));
  const within = await settledScenarios(packWithin(pack, carriedFolder(plan.source.runId)));
  return within.filter(({ id }) => wanted.has(id));
}
