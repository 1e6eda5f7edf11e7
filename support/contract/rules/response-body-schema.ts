import type { Subject } from '../judge/subject.js';
import { bodyFindings, isNewEnumValue } from './body-findings.js';
import { found, notJudged, type JudgeRule } from './judge-rule.js';

/**
 * The body satisfies the schema documented for it. Refusals under 2xx and new enum values have rules of their own. JSON where the
 * contract describes bodies, but none that JSON could be held against, is not judged.
 */
export const responseBodySchema: JudgeRule = {
  id: 'response-body-schema',
  title: 'The body of every answer satisfies the schema documented for its status.',
  part: 'response',
  check: (subject) => {
    const types = typesBesideJson(subject);
    if (types.length > 0) {
      return notJudged(
        `A JSON body came where the contract describes ${types.join(' or ')} only, so none can be judged.`,
      );
    }
    return found(
      subject.softRefusal ? [] : bodyFindings(subject, 'response-body-schema', (problem) => !isNewEnumValue(problem)),
    );
  },
};

/** The documented types, where JSON came and none of them has a schema for it; empty otherwise. */
function typesBesideJson({ response, yardstick, body, softRefusal }: Subject): readonly string[] {
  const unread = response?.body.kind === 'json' && body === null && !softRefusal;
  return unread ? [...(yardstick?.content.keys() ?? [])] : [];
}
