import { CodedError } from '../messages/coded-error.js';
import { productionMessages } from '../messages/client-messages.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';

/**
 * The first call of a run that the production rule refused, as the error the run ends with (exit 77); null when every
 * call was allowed. Whatever else the run found, it tried what must never be sent.
 */
export function refusedCall(results: readonly Pick<ScenarioResult, 'problem'>[]): CodedError | null {
  for (const { problem } of results) {
    if (problem === null || !isRefusal(problem.code)) continue;
    const { next } = productionMessages[problem.code];
    return new CodedError({ code: problem.code, text: problem.message, next }, 'refused');
  }
  return null;
}

function isRefusal(code: string): code is keyof typeof productionMessages {
  return Object.hasOwn(productionMessages, code);
}
