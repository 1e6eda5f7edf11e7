import type { FindingLevel } from '../../../judgement/provenance.js';
import type { BrokenInvariant, ObservedInvariant } from '../observed-behaviour.js';
import type { ComparedRuns, ComparedSide } from './compared-runs.js';
import type { RawVerdictChange } from './raw-verdict-change.js';
import { invariantRule, type InvariantState } from './verdict-tables.js';

/**
 * Compares the rules over all traffic. One that was never put to the test in a run says nothing, and where it was broken counts
 * only in scenarios that both ran.
 */
export function compareInvariants({ old, new: next }: ComparedRuns): readonly RawVerdictChange[] {
  const after = new Map(next.behaviour.invariants.map((invariant) => [invariant.id, invariant]));
  return old.behaviour.invariants.flatMap((before) => {
    const invariant = after.get(before.id);
    if (invariant === undefined) return [];
    const [was, is] = [stateOf(before, old), stateOf(invariant, next)];
    if (was === null || is === null || was.state === is.state) return [];
    const place = `invariant ${before.id}`;
    const scenarios = [...was.broken, ...is.broken].flatMap(({ scenario }) => scenario ?? []);
    return [
      {
        ...{ rule: invariantRule(was.state, is.state, stronger(before.level, invariant.level)), place, key: '' },
        ...{ before: was.state, after: is.state, operationId: null, scenarios, subject: 'invariant', id: before.id },
        exchanges: { old: was.broken[0]?.exchange ?? null, new: is.broken[0]?.exchange ?? null },
        aspects: [`${place} violated`],
      },
    ];
  });
}

interface State {
  readonly state: InvariantState;
  /** Where, in what both runs did. */
  readonly broken: readonly BrokenInvariant[];
}

/** Null when the run shows nothing that the other could be held against. */
function stateOf({ tested, broken }: ObservedInvariant, { common }: ComparedSide): State | null {
  if (!tested) return null;
  if (broken.length === 0) return { state: 'kept', broken };
  const both = new Set(common.values());
  const shared = broken.filter(({ scenario }) => scenario === null || both.has(scenario));
  return shared.length === 0 ? null : { state: 'violated', broken: shared };
}

function stronger(one: FindingLevel, other: FindingLevel): FindingLevel {
  return one === 'fail' ? one : other;
}
