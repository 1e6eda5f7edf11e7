import { inWords, isAccepted, isRefused, isSilent } from '../answer.js';
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

/** Every call was answered with this very status. A failed server or a broken connection says nothing about the rule. */
export function answeredWith(status: number): Evaluate {
  const expected = `HTTP ${String(status)}`;
  return forEvery((exchange) =>
    isSilent(exchange)
      ? undetermined(expected, inWords(exchange))
      : verdictOf(exchange.response?.status === status, expected, inWords(exchange)),
  );
}

/** Every call was answered yes or no; both are legal readings of the documents. */
export const acceptedOrRefused: Evaluate = forEvery((exchange) =>
  exchange.response === null
    ? undetermined('a clear yes or no', inWords(exchange))
    : verdictOf(isAccepted(exchange) || isRefused(exchange), 'a clear yes or no', inWords(exchange)),
);
