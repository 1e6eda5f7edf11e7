import type { DecidedRun } from '../../evidence/decided-run.js';
import type { KnownScenario } from '../../evidence/test-scripts/known-scenario.js';
import { applyApprovals } from '../approvals/apply-approvals.js';
import type { Approval } from '../approvals/approval.js';
import type { BehaviourDiff } from '../behaviour/behaviour-diff.js';
import type { ObservedBehaviour } from '../behaviour/observed-behaviour.js';
import { changeClasses, worst, type ChangeClass } from '../contract/change-class.js';
import type { ImpactedDiff } from '../impact/impacted-diff.js';
import type { Baseline } from './baseline.js';
import { certifyAgain } from './certify-again.js';
import { differingConditions } from './conditions.js';
import type { Dossier, DossierChange } from './dossier.js';
import { comparedChanges, decided } from './dossier-changes.js';
import { stoppedEarly } from '../behaviour/compare/not-observed.js';

/** Everything a dossier is made from. */
export interface DossierParts {
  readonly baseline: Baseline;
  readonly before: ObservedBehaviour;
  readonly run: Pick<DecidedRun, 'requirements' | 'catalogue' | 'carried'>;
  readonly approvals: readonly Approval[];
  readonly known: readonly KnownScenario[];
  readonly contract: ImpactedDiff;
  readonly behaviour: BehaviourDiff;
}

/** Puts together what a comparison found, what people decided about it, and what must be certified again. Pure. */
export function dossierOf(parts: DossierParts): Dossier {
  const { baseline, before, run, approvals, known, contract, behaviour } = parts;
  const { old, new: own, notObserved, noise } = behaviour;
  const found = comparedChanges(contract, behaviour);
  const { states, covering } = applyApprovals(approvals, {
    changes: found.map(({ approvable }) => approvable),
    ...{ catalogue: run.catalogue, at: own.startedAt },
  });
  const changes = found.map((change) => decided(change, covering));
  const carried = new Set((run.carried?.scenarios ?? []).map(({ id }) => id));
  const missing = (side: 'old' | 'new') =>
    notObserved.filter(
      // What stopped early has a result in both, and is compared as far as it came.
      ({ what, side: one, id, why }) => what === 'scenario' && one === side && !carried.has(id) && why !== stoppedEarly,
    ).length;
  return {
    baseline,
    run: { runId: own.runId, startedAt: own.startedAt },
    kind: old.contract.sha256 === own.contract.sha256 ? 'drift' : 'version',
    class: worst(changes.map((change) => change.class)),
    openClass: worst(changes.filter(({ open }) => open).map((change) => change.class)),
    counts: countsOf(changes),
    conditions: differingConditions(old, own),
    compared: {
      ...{ scenarios: behaviour.compared, carried: carried.size },
      ...{ onlyBaseline: missing('new'), onlyHere: missing('old') },
    },
    noise: noise?.changes.length ?? 0,
    changes,
    approvals: states,
    certifyAgain: certifyAgain({ before: before.requirements, after: run.requirements, changes, known }),
  };
}

function countsOf(changes: readonly DossierChange[]): Dossier['counts'] {
  const count = (of: ChangeClass) => changes.filter((change) => change.class === of);
  return Object.fromEntries(
    changeClasses.map((one) => [one, { all: count(one).length, open: count(one).filter(({ open }) => open).length }]),
  ) as Record<ChangeClass, { all: number; open: number }>;
}
