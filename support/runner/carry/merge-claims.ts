import type { CapabilityClaim } from '../../verdict/capability-claim.js';
import type { RequirementContext } from '../../verdict/requirement-context.js';

/** What is worth more for a claim: a contradiction outranks agreement, and either outranks not having looked. */
const weight: Readonly<Record<CapabilityClaim['outcome'], number>> = { contradicted: 2, upheld: 1, 'not-probed': 0 };

/** The claims of a run beside those of the run it carries evidence from: fewer calls must not make it see less. */
export function mergeClaims(
  own: RequirementContext['claims'],
  earlier: readonly CapabilityClaim[],
): RequirementContext['claims'] {
  const merged = new Map(own);
  for (const claim of earlier) {
    const known = merged.get(claim.capability);
    if (known !== undefined && weight[known.outcome] < weight[claim.outcome]) merged.set(claim.capability, claim);
  }
  return merged;
}
