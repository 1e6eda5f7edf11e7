import { findingLevel } from '../judge/finding-level.js';
import { isJsonType } from '../operation/media-type.js';
import { found, type JudgeRule } from './judge-rule.js';

const id = 'response-body-json';

/** A body that calls itself JSON is JSON, and no object in it names a member twice: readers would disagree about it. */
export const responseBodyJson: JudgeRule = {
  id,
  title: 'A body sent as JSON can be read as JSON and names no member twice.',
  part: 'response',
  check: (subject) => {
    const { response, yardstick, plan, mediaType } = subject;
    if (response === null) return found([]);
    const standing = yardstick?.standing ?? plan?.standing ?? { provenance: 'assumed', source: '', questions: [] };
    const place = { where: '/response/body', contract: yardstick?.pointer ?? '', standing };
    const { body } = response;
    if (body.kind === 'json') {
      return found(
        body.duplicateKeys.map((name) =>
          subject.finding(id, {
            ...place,
            where: place.where + name,
            level: 'review',
            expected: 'each member once',
            received: `${name} more than once`,
          }),
        ),
      );
    }
    if (body.kind === 'none' || mediaType === null || !isJsonType(mediaType)) return found([]);
    const level = findingLevel(standing, 'type');
    const received = `a text of ${body.text.length} characters that is not JSON`;
    return found([subject.finding(id, { ...place, level, expected: 'a JSON text', received })]);
  },
};
