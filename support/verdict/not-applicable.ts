import type { CapabilityClaim } from './capability-claim.js';
import type { RequirementContext } from './requirement-context.js';
import type { Requirement } from './requirement.js';

type ApplicabilityContext = Pick<RequirementContext, 'environment' | 'capabilities' | 'claims' | 'notApplicable'>;

/** One rule that takes a row out of a run; null when it does not. */
type Exclusion = (row: Requirement, context: ApplicabilityContext) => string | null;

const exclusions: readonly Exclusion[] = [
  ({ phase }, { environment }) =>
    phase === 'go-live' && environment !== 'production'
      ? `phase go-live: the row belongs to production, not to ${environment}`
      : null,
  ({ phase }, { environment }) =>
    phase === 'staging' && environment === 'production'
      ? 'phase staging: production runs the production profile only'
      : null,
  ({ needs }, { capabilities, claims }) =>
    needs !== null && !capabilities[needs]
      ? `capabilities.${needs} is false in the program profile${inWords(claims.get(needs))}`
      : null,
  ({ id }, { notApplicable }) => notApplicable.get(id) ?? null,
];

const outcomeWords: Readonly<Record<CapabilityClaim['outcome'], string>> = {
  upheld: 'the target agrees',
  contradicted: 'review: the target contradicts it',
  'not-probed': 'not probed',
};

function inWords(claim: CapabilityClaim | undefined): string {
  return claim === undefined ? '' : `; ${outcomeWords[claim.outcome]}: ${claim.finding}`;
}

/** True when a row is left out because of a claim that the target contradicts: a person has to look at it. */
export function isContradictedClaim({ needs }: Requirement, { claims }: Pick<RequirementContext, 'claims'>): boolean {
  return needs !== null && claims.get(needs)?.outcome === 'contradicted';
}

/** The rule that makes a row not applicable on this target and Program, or null when it applies. */
export function whyNotApplicable(row: Requirement, context: ApplicabilityContext): string | null {
  for (const exclusion of exclusions) {
    const rule = exclusion(row, context);
    if (rule !== null) return rule;
  }
  return null;
}
