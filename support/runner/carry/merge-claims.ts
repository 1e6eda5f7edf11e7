import type { CapabilityClaim } from '../../verdict/capability-claim.js';
import type { RequirementContext } from '../../verdict/requirement-context.js';
import { weightOfClaim } from '../claim-weight.js';

/** The claims of a run beside those of the run it carries evidence from: fewer calls must not make it see less. */
export function mergeClaims(
  own: RequirementContext['claims'],
  earlier: readonly CapabilityClaim[],
): RequirementContext['claims'] {
  const merged = new Map(own);
  for (const claim of earlier) {
    const known = merged.get(claim.capability);
    if (known !== undefined && weightOfClaim[known.outcome] < weightOfClaim[claim.outcome])
      merged.set(claim.capability, claim);
  }
  return merged;
}
