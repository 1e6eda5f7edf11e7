import type { Exchange, Json } from '../../../trace/exchange.js';
import { answered, inWords, isSilent } from '../answer.js';
import { forEvery, undetermined, verdictOf, type Evaluate } from '../evaluate.js';

/**
 * True for answers that stop before the API: a certificate, address or key that production does not know yet, a failed
 * server, a broken connection. Source: docs/ip-allowlisting-and-network-security.
 */
function stopsBefore(exchange: Exchange): boolean {
  return isSilent(exchange) || isTurnedAway(exchange);
}

function isTurnedAway({ response }: Exchange): boolean {
  return response?.status === 401 || response?.status === 403;
}

/** What came instead of an answer of the API, and what it means. */
function inTheWay(exchange: Exchange): string {
  const words = inWords(exchange);
  return isTurnedAway(exchange) ? `${words}: this certificate, address or key is not admitted` : words;
}

/** The list was answered 200. Source: docs/sandbox-going-live. */
export const listedInProduction: Evaluate = forEvery((exchange) =>
  stopsBefore(exchange)
    ? undetermined('HTTP 200', inTheWay(exchange))
    : verdictOf(exchange.response?.status === 200, 'HTTP 200', inWords(exchange)),
);

const absent = 'HTTP 404';

/**
 * The simulation does not exist: 404. Any other answer of the API comes from a simulation that does; so does a 404 that
 * misses the cardholder instead of the path. Source: docs/sandbox-going-live.
 */
export const simulationAbsent: Evaluate = forEvery((exchange) => {
  const words = inWords(exchange);
  if (stopsBefore(exchange)) return undetermined(absent, inTheWay(exchange));
  if (exchange.response?.status !== 404) return verdictOf(false, absent, `${words}: ${pointsAtStaging}`);
  return missesCardholder(answered(exchange))
    ? verdictOf(false, absent, `${words}, which misses the cardholder and not the path: ${pointsAtStaging}`)
    : verdictOf(true, absent, words);
});

const pointsAtStaging = 'the base URL points at staging, where the simulation exists';

/** True where a text of the error body speaks of a cardholder: only a simulation that ran looks for one. */
function missesCardholder(body: Json | undefined): boolean {
  if (typeof body !== 'object' || body === null) return false;
  return Object.values(body).some((text) => typeof text === 'string' && /cardholder/i.test(text));
}
