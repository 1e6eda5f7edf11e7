import type { ContractChange } from '../contract/contract-change.js';
import { worst } from '../contract/change-class.js';
import { verdictSubjects, type BehaviourChange } from './behaviour-change.js';
import type { BehaviourDiff, Noise } from './behaviour-diff.js';
import { comparedFacts } from './causes/cause-facts.js';
import { explained } from './causes/explain.js';
import { notObserved } from './compare/not-observed.js';
import type { RawBehaviourChange } from './compare/raw-change.js';
import { withIdsOf } from './compare/same-ids.js';
import { rawChanges } from './compare/raw-changes.js';
import { bySeverity, finishChange, type RowsOf } from './finish-change.js';
import { noiseFilter, varyingScenarios } from './noise.js';
import type { ObservedBehaviour } from './observed-behaviour.js';

/** What differs between the contracts of two runs, as far as a cause needs it. */
export type ChangesOfContract = readonly Pick<ContractChange, 'fingerprint' | 'class' | 'uses' | 'words'>[];

/**
 * Compares what two runs saw of the target. Pure: equal observations give an equal diff, and an observation differs from
 * itself in nothing. Only scenarios that both ran are compared. `noise` was learned from runs of the old version; `contract` is
 * what differs between the contracts, null when nobody compared them.
 */
export function compareBehaviour(
  old: ObservedBehaviour,
  observed: ObservedBehaviour,
  noise: Noise | null = null,
  contract: ChangesOfContract | null = null,
): BehaviourDiff {
  const next = withIdsOf(old, observed);
  const raw = rawChanges(old, next);
  const rowsOf = rowsIn(old, next);
  const isNoise = noiseFilter(noise);
  const told = raw.changes.filter((change) => !isNoise(change));
  const changes = told.map((change) => finishChange(change, rowsOf)).sort(bySeverity);
  const facts = comparedFacts({ old, new: next, contract }, changes, varyingScenarios(noise));
  const verdicts = raw.verdicts
    .filter((change) => !isNoise(change))
    .map((change) => explained(finishChange(change, rowsOf), change, facts))
    .sort((a, b) => verdictSubjects.indexOf(a.subject) - verdictSubjects.indexOf(b.subject) || bySeverity(a, b));
  return {
    ...{ old: old.run, new: next.run },
    class: worst([...changes, ...verdicts].map((change) => change.class)),
    compared: raw.runs.scenarios.length,
    changes,
    verdicts,
    notObserved: notObserved(raw.runs),
    noise: noise === null ? null : { runs: noise.runs, changes: noiseIn(raw, isNoise, rowsOf) },
  };
}

function noiseIn(
  { changes, verdicts }: ReturnType<typeof rawChanges>,
  isNoise: (change: RawBehaviourChange) => boolean,
  rowsOf: RowsOf,
): BehaviourChange[] {
  const varying = [...changes, ...verdicts].filter(isNoise);
  return varying.map((change) => finishChange(change, rowsOf)).sort(bySeverity);
}

function rowsIn(old: ObservedBehaviour, next: ObservedBehaviour): RowsOf {
  const rows = new Map([...old.scenarios, ...next.scenarios].map(({ id, requirements }) => [id, requirements]));
  return (scenario) => rows.get(scenario) ?? [];
}
