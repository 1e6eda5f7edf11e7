import type { Exchange } from '../../../trace/exchange.js';
import { inWords, isAccepted, isSilent } from '../answer.js';
import { undetermined, verdictOf, type Evaluate } from '../evaluate.js';

/** How a server turns somebody away before HTTP: by an alert, or by dropping the connection without one. */
const beforeHttp: readonly string[] = ['tls', 'reset'];

/**
 * A client of this identity got no answer, twice, while one with the Program's own certificate got one in between: a connection
 * that broke by chance, or a server that was down, proves nothing. A dropped connection was tried again several times before it
 * counts as one. Any answer at all breaks the rule.
 */
function neverAnswered(who: Exchange['identity'], words: string): Evaluate {
  const expected = `no HTTP answer ${words}, twice, and one with the Program's certificate in between`;
  const isStranger = ({ identity }: Exchange): boolean => identity === who;
  return ({ exchanges }) => {
    const answer = exchanges.find((exchange) => isStranger(exchange) && exchange.response !== null);
    if (answer !== undefined) return verdictOf(false, expected, inWords(answer));
    return isTurnedAway(exchanges, isStranger, beforeHttp)
      ? verdictOf(true, expected, expected)
      : undetermined(expected, exchanges.map(inWords).join(', then ') || 'no call');
  };
}

/** Whoever shows no certificate gets no answer. */
export const onlyWithCertificate = neverAnswered('no-certificate', 'without a certificate');

/** Whoever shows a certificate of an authority the platform does not know gets no answer. */
export const onlyOfKnownIssuer = neverAnswered('unknown-issuer', 'with a certificate of an unknown issuer');

/**
 * The same call was answered 200 with each of the two certificates. One that is turned away twice in TLS, while the other is
 * answered in between, is not valid; after any other silence the next try counts.
 */
export const bothCertificates: Evaluate = ({ exchanges }) => {
  const expected = 'the same call answered 200 with the old and with the new certificate';
  const tries = identities.map((identity) => exchanges.filter((exchange) => exchange.identity === identity));
  const calls = new Set(exchanges.map(({ operationId }) => operationId)).size;
  if (tries.some(({ length }) => length === 0) || calls !== 1) {
    return undetermined(expected, 'not one call with each certificate');
  }
  const refusal = exchanges.find((exchange) => !isSilent(exchange) && !isWelcome(exchange));
  if (refusal !== undefined) return verdictOf(false, expected, inWords(refusal));
  const open = tries.flatMap((own) => own.at(-1) ?? []).find((exchange) => !isWelcome(exchange));
  if (open === undefined) return verdictOf(true, expected, expected);
  const turnedAway = isTurnedAway(exchanges, ({ identity }) => identity === open.identity, ['tls']);
  return turnedAway ? verdictOf(false, expected, inWords(open)) : undetermined(expected, inWords(open));
};

const identities: readonly Exchange['identity'][] = ['program', 'next-certificate'];

function isWelcome(exchange: Exchange): boolean {
  return exchange.response?.status === 200 && isAccepted(exchange);
}

/** True where every try of these failed in one of the ways, and somebody else was answered between two of them. */
function isTurnedAway(
  exchanges: readonly Exchange[],
  isTheirs: (exchange: Exchange) => boolean,
  ways: readonly string[],
): boolean {
  const first = exchanges.findIndex(isTheirs);
  const last = exchanges.findLastIndex(isTheirs);
  const between = exchanges.slice(first, last).some((exchange) => !isTheirs(exchange) && exchange.response !== null);
  return between && exchanges.filter(isTheirs).every(({ failure }) => ways.includes(failure?.class ?? ''));
}
