import type { FindingLevel, Provenance } from '../judgement/provenance.js';

const levels: Readonly<Record<Provenance, FindingLevel>> = {
  documented: 'fail',
  confirmed: 'fail',
  example: 'fail',
  inferred: 'review',
  assumed: 'review',
};

/**
 * What a violated check means. The vendor's own words reject; our readings and choices ask a person; so does a rule
 * that a contradiction or open question covers.
 */
export function violationLevel(rule: {
  readonly provenance: Provenance;
  readonly questions: readonly string[];
}): FindingLevel {
  return rule.questions.length > 0 ? 'review' : levels[rule.provenance];
}
