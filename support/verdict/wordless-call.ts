import { answerClasses } from '../client/answer-classes.js';
import { classifyAnswer } from '../client/classify-answer.js';
import type { Exchange } from '../trace/exchange.js';
import { isLater, isSuperseded } from './superseded.js';

/**
 * The last call, up to the end of what a check looks at, on which the target gave no word: no answer came, or a gateway's, a
 * failing server's or a rate limit's. Whether a writing one took effect, and what a reading one would have shown, is not
 * known. `calls` are the exchanges of the scenario attempt.
 */
export function wordlessCall(seen: readonly Exchange[], calls: readonly Exchange[]): Exchange | undefined {
  const end = seen.reduce<string | null>(
    (latest, { id }) => (latest === null || isLater(id, latest) ? id : latest),
    null,
  );
  if (end === null) return undefined;
  return calls.findLast((call) => !isLater(call.id, end) && isWordless(call, calls));
}

/** True for a call on which the target gave no word, in this try or a later one. `calls` are those of the scenario attempt. */
export function isWordless(call: Exchange, calls: readonly Exchange[]): boolean {
  // What other identities ask is meant to be turned away, often before any answer.
  if (call.identity !== 'program' || call.cleanUp === true || call.replayed === true) return false;
  if (call.adopted !== undefined || !mayPass(call)) return false;
  return !isSuperseded(call, calls) && !isRepeated(call, calls);
}

/** True where no answer came, or one whose cause may pass by itself. A redirection is an answer that no page allows. */
function mayPass(call: Exchange): boolean {
  return call.response === null || answerClasses[classifyAnswer(call)].passes;
}

/** A writing call that the rate limit turned away did nothing, and is made once more as the scenario's next call. */
function isRepeated({ response, ordinal, operationId, request }: Exchange, calls: readonly Exchange[]): boolean {
  if (response?.status !== 429 || ordinal === undefined) return false;
  return calls.some(
    (next) => next.ordinal === ordinal + 1 && next.operationId === operationId && next.request.path === request.path,
  );
}
