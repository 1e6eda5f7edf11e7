import { bodyFindings, isNewEnumValue, levelOf } from './body-findings.js';
import { found, type JudgeRule } from './judge-rule.js';

/**
 * Enum values are the documented ones. New values may appear within version 2, so one is advisory, except where the contract
 * calls the enum closed. Source: docs/versioning-and-changelog.
 */
export const responseEnumValue: JudgeRule = {
  id: 'response-enum-value',
  title: 'Enumerated members carry documented values; a new one is listed, since the vendor may add values.',
  part: 'response',
  check: (subject) =>
    found(
      bodyFindings(subject, 'response-enum-value', isNewEnumValue, (problem) =>
        problem.closed ? levelOf(problem) : 'advisory',
      ),
    ),
};
