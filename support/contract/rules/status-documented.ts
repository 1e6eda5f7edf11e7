import { findingLevel } from '../judge/finding-level.js';
import { pointerOf } from '../../json/json-pointer.js';
import { found, type JudgeRule } from './judge-rule.js';

/** The status code is documented: exactly, by its range, or by a default. Known as well as the responses of its class. */
export const statusDocumented: JudgeRule = {
  id: 'status-documented',
  title: 'The status code of every answer is one the contract documents for the operation.',
  part: 'response',
  check: (subject) => {
    const { plan, response, documented, yardstick } = subject;
    if (plan === null || response === null || documented !== null) return found([]);
    const standing = yardstick?.standing ?? plan.standing;
    return found([
      subject.finding('status-documented', {
        level: findingLevel(standing, 'value'),
        expected: `a status of ${plan.responses.map(({ key }) => key).join(', ')}`,
        received: String(response.status),
        where: '/response/status',
        contract: plan.operation.pointer + pointerOf('responses'),
        standing,
      }),
    ]);
  },
};
