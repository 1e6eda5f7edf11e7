import type { ScenarioVerdict } from '../verdict/verdict.js';

/** Status words of the formats our verdicts are shown in. */
export interface ForeignVerdict {
  /** `unknown` is shown for a result without a status. */
  readonly allure: 'passed' | 'failed' | 'broken' | 'skipped' | 'unknown';
  /** Child element of a test case; null for a plain success. */
  readonly junit: 'failure' | 'error' | 'skipped' | 'system-out' | null;
  readonly ctrf: 'passed' | 'failed' | 'skipped' | 'pending' | 'other';
  /** Member of the in-toto test-result predicate; null where the predicate has no such word. */
  readonly inToto: 'passedTests' | 'warnedTests' | 'failedTests' | null;
}

/**
 * Our verdicts in the words of others. Their vocabularies are smaller, so each view also carries our own word; nothing
 * that is not green here may look green there.
 */
export const verdictMapping: Readonly<Record<ScenarioVerdict, ForeignVerdict>> = {
  fail: { allure: 'failed', junit: 'failure', ctrf: 'failed', inToto: 'failedTests' },
  'harness-error': { allure: 'broken', junit: 'error', ctrf: 'other', inToto: null },
  inconclusive: { allure: 'broken', junit: 'error', ctrf: 'other', inToto: null },
  vacuous: { allure: 'broken', junit: 'error', ctrf: 'other', inToto: null },
  'not-run': { allure: 'skipped', junit: 'skipped', ctrf: 'skipped', inToto: null },
  review: { allure: 'unknown', junit: 'skipped', ctrf: 'pending', inToto: null },
  advisory: { allure: 'passed', junit: 'system-out', ctrf: 'passed', inToto: 'warnedTests' },
  pass: { allure: 'passed', junit: null, ctrf: 'passed', inToto: 'passedTests' },
  'not-applicable': { allure: 'skipped', junit: 'skipped', ctrf: 'skipped', inToto: null },
};
