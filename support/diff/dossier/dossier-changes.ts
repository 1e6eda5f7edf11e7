import type { ApprovableChange } from '../approvals/approvable-change.js';
import { ofBehaviourChange, ofVerdictChange } from '../approvals/of-behaviour-change.js';
import { ofContractChange } from '../approvals/of-contract-change.js';
import type { Approval } from '../approvals/approval.js';
import type { BehaviourChange, Cause } from '../behaviour/behaviour-change.js';
import type { BehaviourDiff } from '../behaviour/behaviour-diff.js';
import { changeClasses, type ChangeClass } from '../contract/change-class.js';
import type { ImpactedDiff } from '../impact/impacted-diff.js';
import type { ChangeSource, DossierChange } from './dossier.js';

/** Whether a change of this class asks for somebody's decision. */
const asks: Readonly<Record<ChangeClass, boolean>> = {
  breaking: true,
  unknown: true,
  'conditionally-breaking': true,
  additive: false,
  cosmetic: false,
};

/** A change with what approvals need to know about it. */
export interface ComparedChange {
  readonly change: Omit<DossierChange, 'approval' | 'open'>;
  readonly approvable: ApprovableChange;
}

/** Every change of all comparisons, the worst first; within a class documents, then behaviour, then verdicts. */
export function comparedChanges(contract: ImpactedDiff, behaviour: BehaviourDiff): readonly ComparedChange[] {
  return [
    ...contract.changes.map(ofDocument),
    ...behaviour.changes.map((change) => ({
      change: seen('behaviour', change, []),
      approvable: ofBehaviourChange(change),
    })),
    ...behaviour.verdicts.map((change) => ({
      change: seen('verdict', change, change.causes),
      approvable: ofVerdictChange(change),
    })),
  ].sort((a, b) => changeClasses.indexOf(a.change.class) - changeClasses.indexOf(b.change.class));
}

/** The change with the decision that covers it. */
export function decided({ change }: ComparedChange, covering: ReadonlyMap<string, Approval>): DossierChange {
  const approval = covering.get(change.fingerprint) ?? null;
  return { ...change, approval, open: asks[change.class] && approval === null };
}

function ofDocument(found: ImpactedDiff['changes'][number]): ComparedChange {
  const { fingerprint, class: worst, rule, words, because, uses, impact } = found;
  const change = {
    ...{ source: 'contract' as const, fingerprint, class: worst, rule, words, because },
    operations: [...new Set(uses.map(({ operation }) => operation))].sort(),
    requirements: impact.requirements,
    scenarios: [...impact.scenarios].sort(),
    ...{ exchanges: null, causes: [] },
  };
  return { change, approvable: ofContractChange(found) };
}

function seen(source: ChangeSource, found: BehaviourChange, causes: readonly Cause[]): ComparedChange['change'] {
  const { fingerprint, class: worst, rule, words, because, operationId, scenarios, requirements, exchanges } = found;
  return {
    ...{ source, fingerprint, class: worst, rule, words, because },
    operations: operationId === null ? [] : [operationId],
    ...{ requirements, scenarios, exchanges, causes },
  };
}
