import type { Exchange, Json } from '../../../trace/exchange.js';
import { answered, asText, at, inWords, isAccepted, isRefused } from '../answer.js';
import { listArgument, numberArgument, textArgument, undetermined, verdictOf, type Evaluate } from '../evaluate.js';

/** A try that ended without an answer although the replay was about an answer: nothing can be said. */
function unanswered(exchanges: readonly Exchange[]): Exchange | undefined {
  return exchanges.find(({ response }) => response === null);
}

/** The log's lines about an exchange (argument `log`). */
function linesOf(log: readonly Json[], { id }: Exchange): readonly Json[] {
  return log.filter((line) => at(line, '/exchange') === id);
}

/** Every try has exactly one line in the client's log, and its class is the expected one (argument `class`). */
export const classified: Evaluate = (evidence) => {
  const { exchanges } = evidence;
  const expectedClass = textArgument(evidence, 'class');
  const log = listArgument(evidence, 'log');
  const expected = `each try logged once, as ${expectedClass}`;
  const other = exchanges.find(({ failure }) => failure !== null && failure.class !== expectedClass);
  if (exchanges.length === 0 || other !== undefined) return undetermined(expected, inWords(other));
  const wrong = exchanges.find((exchange) => {
    const lines = linesOf(log, exchange);
    return lines.length !== 1 || at(lines[0], '/class') !== expectedClass;
  });
  if (wrong === undefined) return verdictOf(true, expected, expected);
  const classes = linesOf(log, wrong).map((line) => asText(at(line, '/class')));
  return verdictOf(false, expected, `${inWords(wrong)} logged as ${classes.join(', ') || 'nothing'}`);
};

/** The operation (argument `operation`) was sent so often (argument `times`): as recorded, and as it arrived. */
export const sentSoOften: Evaluate = (evidence) => {
  const operation = textArgument(evidence, 'operation');
  const times = numberArgument(evidence, 'times');
  const tries = evidence.exchanges.filter(({ operationId }) => operationId === operation);
  const places = new Set(tries.map(({ request }) => request.path));
  const received = listArgument(evidence, 'received').filter((place) => places.has(asText(place).split(' ')[1] ?? ''));
  const expected = `sent ${String(times)} time(s), and as often arrived`;
  if (tries.length === 0) return undetermined(expected, 'never sent');
  return verdictOf(
    tries.length === times && received.length === times,
    expected,
    `sent ${String(tries.length)} time(s), arrived ${String(received.length)} time(s)`,
  );
};

/** The log's line on every 403 of the network layer names both causes. */
export const bothCausesNamed: Evaluate = (evidence) => {
  const expected = 'the allowlist and the reverse DNS named in one line';
  const log = listArgument(evidence, 'log');
  const refusals = evidence.exchanges.filter(({ response }) => response?.status === 403);
  if (refusals.length === 0 || unanswered(evidence.exchanges)) return undetermined(expected, 'no 403');
  const silent = refusals.find((exchange) => {
    const words = linesOf(log, exchange).map((line) => asText(at(line, '/message')));
    return !words.some((line) => /allowlist/i.test(line) && /reverse DNS/i.test(line));
  });
  return verdictOf(silent === undefined, expected, silent === undefined ? expected : 'a line without both causes');
};

/** A success code with the word error is a refusal: for the checks that judge answers, and in the client's log. */
export const errorWordRefused: Evaluate = (evidence) => {
  const expected = 'a success code with the word error counts as a refusal';
  const log = listArgument(evidence, 'log');
  const { exchanges } = evidence;
  if (exchanges.length === 0 || unanswered(exchanges)) return undetermined(expected, 'no answer');
  const other = exchanges.find(({ response }) => response === null || response.status >= 300 || response.status < 200);
  if (other !== undefined || exchanges.some((exchange) => at(answered(exchange), '/status') !== 'error'))
    return undetermined(expected, inWords(other));
  const wrong = exchanges.find(
    (exchange) =>
      isAccepted(exchange) || !isRefused(exchange) || at(linesOf(log, exchange)[0], '/class') !== 'error-word',
  );
  return verdictOf(wrong === undefined, expected, wrong === undefined ? expected : `${inWords(wrong)} taken for a yes`);
};
