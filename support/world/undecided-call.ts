import { answerClasses } from '../client/answer-classes.js';
import { classifyAnswer } from '../client/classify-answer.js';
import type { Exchange } from '../trace/exchange.js';
import { isLater, isSuperseded } from './superseded.js';

/**
 * The last writing call, up to the end of what a check looks at, of which nothing tells whether it took effect: no answer
 * came, or one that is no word on it (5xx, 429). What is seen after it may follow from it and may follow from its
 * absence. `calls` are the exchanges of the scenario attempt.
 */
export function undecidedCall(seen: readonly Exchange[], calls: readonly Exchange[]): Exchange | undefined {
  const end = seen.reduce<string | null>(
    (latest, { id }) => (latest === null || isLater(id, latest) ? id : latest),
    null,
  );
  if (end === null) return undefined;
  return calls.findLast((call) => !isLater(call.id, end) && isUndecided(call, calls));
}

function isUndecided(call: Exchange, calls: readonly Exchange[]): boolean {
  if (call.request.method === 'GET' || call.cleanUp === true || call.replayed === true) return false;
  if (call.adopted !== undefined || answerClasses[classifyAnswer(call)].says !== 'nothing') return false;
  return !isSuperseded(call, calls) && !isRepeated(call, calls);
}

/** A call that the rate limit turned away did nothing, and is made once more as the scenario's next call. */
function isRepeated({ response, ordinal, operationId, request }: Exchange, calls: readonly Exchange[]): boolean {
  if (response?.status !== 429 || ordinal === undefined) return false;
  return calls.some(
    (next) => next.ordinal === ordinal + 1 && next.operationId === operationId && next.request.path === request.path,
  );
}
