import type { RequirementContext } from './requirement-context.js';
import type { Requirement } from './requirement.js';

type ApplicabilityContext = Pick<RequirementContext, 'environment' | 'capabilities' | 'notApplicable'>;

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
  ({ needs }, { capabilities }) =>
    needs !== null && !capabilities[needs] ? `capabilities.${needs} is false in the program profile` : null,
  ({ id }, { notApplicable }) => notApplicable.get(id) ?? null,
];

/** The rule that makes a row not applicable on this target and Program, or null when it applies. */
export function whyNotApplicable(row: Requirement, context: ApplicabilityContext): string | null {
  for (const exclusion of exclusions) {
    const rule = exclusion(row, context);
    if (rule !== null) return rule;
  }
  return null;
}
