import type { Exchange, Json } from '../../../trace/exchange.js';
import { asText, at, inWords, isAccepted } from '../answer.js';
import { listArgument, undetermined, verdictOf, type Evaluate } from '../evaluate.js';

/**
 * Every addition (argument `where`, pointers into the exchange) is an advisory finding and stands in the client's log
 * (argument `log`), nothing else is found, and a later call was answered: the client went on.
 */
export const additionsIgnored: Evaluate = (evidence) => {
  const { exchanges } = evidence;
  const pointers = listArgument(evidence, 'where').map(asText);
  const expected = `${pointers.join(', ')} noted and logged, nothing else found, and the next call made`;
  const lost = exchanges.find(({ response, judgement }) => response === null || judgement === null);
  if (pointers.length === 0 || exchanges.length < 2 || lost !== undefined)
    return undetermined(expected, lost === undefined ? 'no call after the addition' : inWords(lost));
  const problem =
    exchanges.map(harm).find((found) => found !== null) ??
    pointers
      .map((pointer) => unnoted(pointer, exchanges, listArgument(evidence, 'log')))
      .find((found) => found !== null);
  return verdictOf(problem === undefined, expected, problem ?? expected);
};

/** What an answer shows beyond advisory findings; null when there is nothing. */
function harm(exchange: Exchange): string | null {
  if (!isAccepted(exchange)) return inWords(exchange);
  const finding = exchange.judgement?.findings.find(({ level }) => level !== 'advisory');
  return finding === undefined ? null : finding.rule;
}

/** What is missing about one addition; null when it was found and logged. */
function unnoted(pointer: string, exchanges: readonly Exchange[], log: readonly Json[]): string | null {
  const noting = exchanges.filter(({ judgement }) => judgement?.findings.some(({ where }) => where === pointer));
  if (noting.length === 0) return `${pointer} was not noted`;
  const ids = noting.map(({ id }) => id);
  const lines = log.filter((line) => ids.includes(asText(at(line, '/exchange'))));
  const logged = lines.some((line) => {
    const ignored = at(line, '/ignored');
    return Array.isArray(ignored) && ignored.includes(pointer);
  });
  return logged ? null : `${pointer} is not in the log`;
}
