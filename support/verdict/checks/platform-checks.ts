import { answered, asText, at, inWords } from './answer.js';
import { documented, inferred } from './define.js';
import { last, listArgument, undetermined, verdictOf, type Evaluate } from './evaluate.js';
import { accepted, answeredWith, refused } from './evaluators/answers.js';
import { bothCertificates, onlyOfKnownIssuer, onlyWithCertificate } from './evaluators/certificates.js';
import { listedInProduction, pathMissing, simulationAbsent } from './evaluators/production.js';

const authentication = 'docs/authentication-and-environments';
const goLive = 'docs/sandbox-going-live';
const lists = 'docs/pagination-filtering-and-rate-limits';

/** The list envelope with all five members of the right type. Source: docs/quickstart-first-api-call. */
const envelopeComplete: Evaluate = (evidence) => {
  const exchange = last(evidence);
  const body = exchange === undefined ? undefined : answered(exchange);
  const expected = 'status "success", items, total, limit, offset';
  // A refusal is no list: whether the call should have been answered is another check's matter.
  if (body === undefined || (exchange?.response?.status ?? 0) >= 400) return undetermined(expected, inWords(exchange));
  const wrong = ['total', 'limit', 'offset'].filter((name) => typeof at(body, `/${name}`) !== 'number');
  if (!Array.isArray(at(body, '/items'))) wrong.push('items');
  if (at(body, '/status') !== 'success') wrong.push('status');
  return verdictOf(wrong.length === 0, expected, wrong.length === 0 ? 'all five' : `not right: ${wrong.join(', ')}`);
};

/** Without a limit in the request the envelope names 50. */
const defaultLimit: Evaluate = (evidence) => {
  const exchange = last(evidence);
  const limit = exchange === undefined ? undefined : at(answered(exchange), '/limit');
  if (limit === undefined) return undetermined('limit 50', inWords(exchange));
  return verdictOf(limit === 50, 'limit 50', `limit ${JSON.stringify(limit)}`);
};

/** Every decision given as argument `decisions` is a refusal. */
const everyDecisionRefuses: Evaluate = (evidence) => {
  const decisions = listArgument(evidence, 'decisions');
  const admitted = decisions.filter((decision) => at(decision, '/refused') !== true);
  const expected = `${String(decisions.length)} attempts, all refused before any call`;
  if (decisions.length === 0 || evidence.exchanges.length > 0) return verdictOf(false, expected, 'a call was sent');
  const names = admitted.map((decision) => asText(at(decision, '/attempt'))).join(', ');
  return verdictOf(admitted.length === 0, expected, admitted.length === 0 ? expected : `admitted: ${names}`);
};

/** Checks on authentication, the list envelope, the environment guard, tickets and certificates. */
export const platformChecks = {
  'list-answers-200': documented('Listing cardholders answers 200', goLive, answeredWith(200)),
  'list-envelope-complete': documented('Lists come in the documented envelope', lists, envelopeComplete),
  'list-default-limit': documented('The default page has 50 items', lists, defaultLimit),
  'no-certificate-no-http': documented(
    'Without a certificate there is no HTTP',
    'docs/ip-allowlisting-and-network-security',
    onlyWithCertificate,
  ),
  'unknown-issuer-no-http': documented(
    'With a certificate of an unknown issuer there is no HTTP',
    'docs/ip-allowlisting-and-network-security',
    onlyOfKnownIssuer,
  ),
  'missing-key-rejected': documented('A call without a key is rejected', authentication, refused),
  'wrong-key-rejected': documented('A call with a wrong key is rejected', authentication, refused),
  'both-certificates-accepted': documented(
    'Old and new certificate are both valid',
    'docs/guide-rotate-mtls-certificates',
    bothCertificates,
  ),
  'ticket-accepted': documented('A ticket is accepted', 'docs/funding-and-deposits', accepted),
  'production-refuses-creation': documented('Nothing is created in production', goLive, everyDecisionRefuses),
  'foreign-host-refused': inferred('Hosts of another environment are refused', goLive, everyDecisionRefuses),
  'production-list-answers-200': documented('The production credentials list cardholders', goLive, listedInProduction),
  'simulation-absent-in-production': documented('Production has no simulation', goLive, simulationAbsent),
  'simulation-path-missing': inferred('What the 404 misses', goLive, pathMissing),
};
