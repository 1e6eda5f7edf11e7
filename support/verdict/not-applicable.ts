import type { Capabilities } from '../config/profile.js';
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
  ({ needs }, { capabilities, claims }) => {
    const lacking = needs.filter((name) => !capabilities[name]);
    return lacking.length === 0 ? null : lacking.map((name) => lackInWords(name, claims.get(name))).join('; ');
  },
  ({ id }, { notApplicable }) => notApplicable.get(id) ?? null,
];

const outcomeWords: Readonly<Record<CapabilityClaim['outcome'], string>> = {
  upheld: 'the target agrees',
  contradicted: 'review: the target contradicts it',
  'not-probed': 'not probed',
};

function lackInWords(name: keyof Capabilities, claim: CapabilityClaim | undefined): string {
  const lack = `capabilities.${name} is false in the program profile`;
  return claim === undefined ? lack : `${lack}; ${outcomeWords[claim.outcome]}: ${claim.finding}`;
}

/** True when a row is left out because of a claim that the target contradicts: a person has to look at it. */
export function isContradictedClaim({ needs }: Requirement, { claims }: Pick<RequirementContext, 'claims'>): boolean {
  return needs.some((name) => claims.get(name)?.outcome === 'contradicted');
}

/** The rule that makes a row not applicable on this target and Program, or null when it applies. */
export function whyNotApplicable(row: Requirement, context: ApplicabilityContext): string | null {
  for (const exclusion of exclusions) {
    const rule = exclusion(row, context);
    if (rule !== null) return rule;
  }
  return null;
}
