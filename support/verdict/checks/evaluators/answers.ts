import type { FailureClass } from '../../../trace/exchange.js';
import { inWords, isAccepted, isRefused } from '../answer.js';
import { forEvery, undetermined, verdictOf, type Evaluate } from '../evaluate.js';

/** Every call was accepted. A 5xx or a broken connection says nothing about the rule. */
export const accepted: Evaluate = forEvery((exchange) =>
  isAccepted(exchange) || isRefused(exchange)
    ? verdictOf(isAccepted(exchange), 'the call is accepted', inWords(exchange))
    : undetermined('the call is accepted', inWords(exchange)),
);

/** Every call was refused by the application. Which code it uses is not documented. */
export const refused: Evaluate = forEvery((exchange) =>
  isAccepted(exchange) || isRefused(exchange)
    ? verdictOf(isRefused(exchange), 'the call is refused', inWords(exchange))
    : undetermined('the call is refused', inWords(exchange)),
);

/** Every call was refused with this very status. */
export function refusedWith(status: number): Evaluate {
  return forEvery((exchange) =>
    verdictOf(exchange.response?.status === status, `HTTP ${String(status)}`, inWords(exchange)),
  );
}

/** Every call was answered with this very status. */
export function answeredWith(status: number): Evaluate {
  return forEvery((exchange) =>
    verdictOf(exchange.response?.status === status, `HTTP ${String(status)}`, inWords(exchange)),
  );
}

/** Every call was answered yes or no; both are legal readings of the documents. */
export const acceptedOrRefused: Evaluate = forEvery((exchange) =>
  verdictOf(isAccepted(exchange) || isRefused(exchange), 'a clear yes or no', inWords(exchange)),
);

/** Every call failed before HTTP, in the way the class names. */
export function noAnswer(failure: FailureClass): Evaluate {
  return forEvery((exchange) =>
    verdictOf(exchange.failure?.class === failure, `no HTTP answer (${failure})`, inWords(exchange)),
  );
}
