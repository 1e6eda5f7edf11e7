import { findingLevel } from '../judge/finding-level.js';
import { pointerOf } from '../../json/json-pointer.js';
import { contentFor } from '../operation/media-type.js';
import { found, type JudgeRule } from './judge-rule.js';

const id = 'response-media-type';

/**
 * The answer has a body where one is documented, under a documented media type. A body where none is documented asks a
 * person: the pages may simply be silent.
 */
export const responseMediaType: JudgeRule = {
  id,
  title: 'The body of every answer comes under a media type that the contract documents for it.',
  part: 'response',
  check: (subject) => {
    const { response, yardstick, mediaType } = subject;
    if (response === null || yardstick === null) return found([]);
    const { content, standing, pointer } = yardstick;
    const contract = pointer + pointerOf('content');
    const none = response.body.kind === 'none';
    if (content.size === 0) {
      const detail = {
        expected: 'no body: the contract describes none',
        received: mediaType ?? 'a body',
        contract: pointer,
      };
      return found(
        none ? [] : [subject.finding(id, { ...detail, level: 'review', where: '/response/body', standing })],
      );
    }
    if (none) {
      const detail = { expected: 'a body', received: 'no body', where: '/response/body', contract, standing };
      return found([subject.finding(id, { ...detail, level: findingLevel(standing, 'presence') })]);
    }
    if (mediaType !== null && contentFor(content, mediaType) !== null) return found([]);
    return found([
      subject.finding(id, {
        level: findingLevel(standing, 'type'),
        expected: `Content-Type ${[...content.keys()].join(' or ')}`,
        received: mediaType ?? 'none that can be read',
        where: '/response/headers/content-type',
        contract,
        standing,
      }),
    ]);
  },
};
