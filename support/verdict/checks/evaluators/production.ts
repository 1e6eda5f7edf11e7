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
 * The simulation does not exist: 404, whatever its words. Any other answer of the API comes from a simulation that does.
 * Source: docs/sandbox-going-live.
 */
export const simulationAbsent: Evaluate = forEvery((exchange) => {
  const words = inWords(exchange);
  if (stopsBefore(exchange)) return undetermined(absent, inTheWay(exchange));
  const isAbsent = exchange.response?.status === 404;
  return verdictOf(isAbsent, absent, isAbsent ? words : `${words}: ${pointsAtStaging}`);
});

const pointsAtStaging = 'the base URL points at staging, where the simulation exists';

/**
 * The 404 misses the path, not the cardholder: only a simulation that ran looks for a cardholder. Our reading of an
 * error body whose words nobody documents, so a suspicion for a person to look at. Source: docs/sandbox-going-live.
 */
export const pathMissing: Evaluate = forEvery((exchange) => {
  const words = inWords(exchange);
  if (exchange.response?.status !== 404) return undetermined(pathless, words);
  const suspect = missesCardholder(answered(exchange));
  return verdictOf(
    !suspect,
    pathless,
    suspect ? `the cardholder: the base URL may point at staging (${words})` : words,
  );
});

const pathless = 'the path';

/** True where a text of the error body speaks of a cardholder. */
function missesCardholder(body: Json | undefined): boolean {
  if (typeof body !== 'object' || body === null) return false;
  return Object.values(body).some((text) => typeof text === 'string' && /cardholder/i.test(text));
}
