import { bodyFindings, isNewEnumValue } from './body-findings.js';
import { found, notJudged, type JudgeRule } from './judge-rule.js';

/**
 * A 2xx answer whose body says `status: "error"` is a refusal and has the form of one. Source:
 * docs/recipe-zero-to-funded-card, whose client treats it as a failure.
 */
export const errorEnvelope: JudgeRule = {
  id: 'error-envelope',
  title: 'A refusal that comes with a success code has the documented form of a refusal.',
  part: 'response',
  check: (subject) => {
    if (!subject.softRefusal || subject.plan === null) return found([]);
    if (subject.plan.refusal === null) return notJudged('The contract does not describe what a refusal looks like.');
    return found(bodyFindings(subject, 'error-envelope', (problem) => !isNewEnumValue(problem)));
  },
};
