import type { ObservedBehaviour } from '../observed-behaviour.js';
import { compareAnswers } from './compare-answers.js';
import { comparedRuns, type ComparedRuns } from './compared-runs.js';
import { compareShapes } from './compare-shapes.js';
import { compareDurations, compareStages } from './compare-timing.js';
import { compareValues } from './compare-values.js';
import { compareVerdicts } from './compare-verdicts.js';
import type { RawVerdictChange } from './raw-verdict-change.js';
import { operationPairs } from './operation-pairs.js';
import type { RawBehaviourChange } from './raw-change.js';

/** Every difference of two runs, before noise is taken out. */
export interface RawChanges {
  readonly runs: ComparedRuns;
  readonly changes: readonly RawBehaviourChange[];
  readonly verdicts: readonly RawVerdictChange[];
}

/** Finds every difference of two runs. */
export function rawChanges(old: ObservedBehaviour, next: ObservedBehaviour): RawChanges {
  const runs = comparedRuns(old, next);
  const changes = operationPairs(old, next).flatMap((pair) => [
    ...compareAnswers(pair, runs),
    ...compareShapes(pair, runs),
    ...compareValues(pair, runs),
    ...compareDurations(pair),
  ]);
  const nothing = runs.scenarios.length === 0 ? [nothingCompared] : [];
  return { runs, changes: [...nothing, ...changes, ...compareStages(runs)], verdicts: compareVerdicts(runs) };
}

const nothingCompared: RawBehaviourChange = {
  ...{ rule: 'nothing-compared', place: 'the two runs', key: '', before: null, after: null, operationId: null },
  ...{ scenarios: [], exchanges: { old: null, new: null }, aspects: [] },
};
