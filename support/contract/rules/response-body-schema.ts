import { bodyFindings, isNewEnumValue } from './body-findings.js';
import { found, type JudgeRule } from './judge-rule.js';

/** The body satisfies the schema documented for it. Refusals under 2xx and new enum values have rules of their own. */
export const responseBodySchema: JudgeRule = {
  id: 'response-body-schema',
  title: 'The body of every answer satisfies the schema documented for its status.',
  part: 'response',
  check: (subject) =>
    found(
      subject.softRefusal ? [] : bodyFindings(subject, 'response-body-schema', (problem) => !isNewEnumValue(problem)),
    ),
};
