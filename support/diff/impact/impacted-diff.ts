import type { Coverage } from '../../coverage/coverage.js';
import type { ContractChange } from '../contract/contract-change.js';
import type { ContractDiff } from '../contract/diff-contracts.js';
import { impactOf, type ChangeImpact } from './change-impact.js';

/** A diff joined with what a run of the old contract exercised. */
export interface ImpactedDiff extends Omit<ContractDiff, 'changes'> {
  readonly changes: readonly (ContractChange & { readonly impact: ChangeImpact })[];
  readonly coverage: {
    readonly runId: string;
    /** Rows and scenarios that exercise a change that may be felt: everything but cosmetic ones. */
    readonly affected: { readonly requirements: readonly string[]; readonly scenarios: readonly string[] };
    /** Fingerprints of such changes that no scenario exercises. */
    readonly unexercised: readonly string[];
  };
}

/** Joins a diff with the coverage of a run that was judged by its old contract. */
export function impactedDiff(diff: ContractDiff, coverage: Coverage): ImpactedDiff {
  const changes = diff.changes.map((change) => ({ ...change, impact: impactOf(change, coverage) }));
  const felt = changes.filter((change) => change.class !== 'cosmetic');
  const scenarios = new Set(felt.flatMap(({ impact }) => impact.scenarios));
  return {
    ...diff,
    changes,
    coverage: {
      runId: coverage.runId,
      affected: {
        requirements: [...new Set(felt.flatMap(({ impact }) => impact.requirements))].sort(),
        scenarios: coverage.scenarios.map(({ id }) => id).filter((id) => scenarios.has(id)),
      },
      unexercised: felt.filter(({ impact }) => impact.scenarios.length === 0).map(({ fingerprint }) => fingerprint),
    },
  };
}
