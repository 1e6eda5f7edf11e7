import { countsInWords } from '../../contract/object-kinds.js';
import type { TrustAnchor } from '../../trace/connection.js';
import { clockInWords } from './clock-in-words.js';
import type { IssuedIds } from './issued-ids.js';
import type { Origin, OriginHost, OriginServerCertificate, ShownClass } from './origin.js';

const voucher: Readonly<Record<TrustAnchor, string>> = {
  'public-root': 'a public certificate authority vouches for it',
  configured: 'an authority that the operator named (AXYS_CA_PATH) vouches for it',
  'own-authority': 'an authority that this very process made vouches for it',
  machine: 'an authority that was added to the machine vouches for it',
};

const target: Readonly<Record<ShownClass, string>> = {
  emulator: 'The target is an emulator of this harness: nothing here says anything about the platform itself.',
  loopback: 'The target runs on the machine of the harness: nothing here says anything about the platform itself.',
  unproven: 'Nothing here shows that the target is another machine than that of the harness.',
  real:
    'A TLS connection leaves nothing that a third party could check afterwards, so this record does not by itself prove ' +
    "that the answers are the platform's: ask the platform to find the ids and answers in its own log.",
};

const caller = "The calls were made by the harness, not by the integrator's own application.";

/** What a run's origin shows, in sentences for an auditor. */
export function originShows(origin: Origin, issuedIds: readonly IssuedIds[]): string {
  const { calls, answered, hosts, tls, serverCertificates, clientCertificates, clock, requestIds } = origin;
  if (hosts.length === 0) return `The run made ${calls} calls; no connection to the target came about.`;
  const ours = clientCertificates.flatMap(({ certificate }) => (certificate === null ? [] : [certificate.subject]));
  return [
    `${answered} of ${calls} calls were answered by ${hosts.map(hostInWords).join('; ')}.`,
    `The connections used ${[...new Set(tls.map(({ version }) => version))].join(' and ')}.`,
    ...serverCertificates.map(certificateInWords),
    ours.length === 0
      ? 'No client certificate was shown.'
      : `The harness showed its certificate ${[...new Set(ours)].join('; ')}.`,
    clockInWords(clock),
    ...(requestIds.length === 0
      ? ['The target names no request by an id of its own.']
      : requestIds.map(
          ({ header, answers, distinct, first, last }) =>
            `${answers} answers carry ${header} with ${distinct} different values, from ${first} to ${last}.`,
        )),
    ...(issuedIds.length === 0
      ? []
      : [
          `The target gave ids to what was created: ${issuedIds
            .map(({ kind, count, first, last }) => `${countsInWords({ [kind]: count })} (${first} to ${last})`)
            .join(', ')}.`,
        ]),
  ].join(' ');
}

/** What a run's origin leaves open, in sentences for an auditor. */
export function doesNotProve({ shown, serverCertificates }: Origin): string {
  const named = serverCertificates.some(({ trust }) => trust === 'configured' || trust === 'machine');
  return [
    target[shown],
    ...(named && shown !== 'emulator' && shown !== 'loopback'
      ? ['The certificate proves no more than the authority behind it, which whoever ran the harness chose.']
      : []),
    caller,
  ].join(' ');
}

function hostInWords({ host, port, connectedTo, routes, connections, refused }: OriginHost): string {
  const ends = connectedTo.join(', ');
  const where = routes.includes('proxy') ? `through a proxy at ${ends}` : `at ${ends}`;
  const turned = refused === 0 ? '' : `, ${refused} of them refused`;
  return `${host} port ${port} ${where} (${connections} ${connections === 1 ? 'connection' : 'connections'}${turned})`;
}

function certificateInWords({ chain, alternativeNames, trust }: OriginServerCertificate): string {
  const [server] = chain;
  if (server === undefined) return 'The server showed no certificate.';
  const names = alternativeNames === '' ? '' : ` for ${alternativeNames}`;
  return (
    `The server showed the certificate ${server.subject}${names}, issued by ${server.issuer}, valid until ` +
    `${server.validTo.slice(0, 10)}, SHA-256 ${server.sha256}; ${voucher[trust]}.`
  );
}
