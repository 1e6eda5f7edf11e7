/** Outcome of one check. */
export type CheckOutcome = 'met' | 'violated' | 'undetermined';

/** Verdict words of a scenario, worst first; the order is the roll-up priority. */
export const scenarioVerdicts = [
  'fail',
  'harness-error',
  'inconclusive',
  'vacuous',
  'not-run',
  'review',
  'advisory',
  'pass',
  'not-applicable',
] as const;

/** See {@link scenarioVerdicts}. */
export type ScenarioVerdict = (typeof scenarioVerdicts)[number];

/** Marks beside a verdict; they never replace it. */
export const marks = [
  'simulated',
  'attested',
  'unstable',
  'waived',
  'softened',
  'carried-over',
  'harness-only',
  'expected-invalid',
] as const;

/** See {@link marks}. */
export type Mark = (typeof marks)[number];

/** Outcome of a requirement row. */
export const requirementOutcomes = [
  'demonstrated',
  'demonstrated-with-advisory',
  'contradicted',
  'not-demonstrated',
  'not-applicable',
  'out-of-scope',
] as const;

/** See {@link requirementOutcomes}. */
export type RequirementOutcome = (typeof requirementOutcomes)[number];

/** Words for the decision of a run. */
export const decisions = [
  'tampered',
  'rejected',
  'incomplete',
  'awaiting-people',
  'certifiable',
  'partial',
  'practice-pass',
  'practice-fail',
] as const;

/** See {@link decisions}. */
export type Decision = (typeof decisions)[number];
