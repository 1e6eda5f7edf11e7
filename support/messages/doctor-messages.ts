import type { MessageTemplate } from './message.js';

/** Who can do the next step. */
export type Turn = 'you' | 'your DNS or network people' | 'the platform';

/** A message of the doctor: what was found, what to do, whose turn it is. */
export interface DoctorMessage extends MessageTemplate {
  readonly turn: readonly Turn[];
}

const you = ['you'] as const;
const network = ['your DNS or network people'] as const;
const platform = ['the platform'] as const;

/** What can be wrong at a layer. */
export const doctorMessages = {
  'DOC-101': {
    text: 'the key is RSA {bits}; the platform takes RSA 2048 or longer',
    next: 'Make a new key, request a certificate for it, and point AXYS_CERT_PATH and AXYS_KEY_PATH at the two.',
    turn: you,
  },
  'DOC-102': {
    text: 'opens and matches the certificate, but it is {algorithm}; the platform asks for RSA 2048',
    next: 'Make the next certificate request with an RSA key of at least 2048 bits (docs/mtls-certificates-and-csr).',
    turn: you,
  },
  'DOC-111': {
    text: '{days} days left (until {date}); the reminder at {threshold} days is due',
    next: 'Request the renewal with a fresh key and the same subject and names; signing takes about 24 hours, and an expired certificate is refused without grace (docs/guide-rotate-mtls-certificates).',
    turn: you,
  },
  'DOC-121': {
    text: 'the certificate has no {missing}; expected O (Tenant), OU (Program), CN and subject alternative names',
    next: 'Request a new certificate whose CSR carries all of them (docs/mtls-certificates-and-csr).',
    turn: you,
  },
  'DOC-122': {
    text: 'the certificate holds the wildcard {name}; wildcards are refused',
    next: 'Request a new certificate that lists each calling domain and address (docs/mtls-certificates-and-csr).',
    turn: you,
  },
  'DOC-131': {
    text: 'certificate {position} in the file did not issue the one before it',
    next: 'Put the client certificate first and its issuers after it in order, or leave the issuers out.',
    turn: you,
  },
  'DOC-141': {
    text: 'the next certificate reuses the key of the present one',
    next: 'Renew with a fresh key (docs/guide-rotate-mtls-certificates).',
    turn: you,
  },
  'DOC-142': {
    text: 'the next certificate differs from the present one in {parts}',
    next: 'A renewal keeps the subject and the names (docs/guide-rotate-mtls-certificates); make sure the change is meant.',
    turn: you,
  },
  'DOC-143': {
    text: 'the next certificate is not valid before {date}',
    next: 'Do not switch to it earlier; the present one must last until then.',
    turn: you,
  },
  'DOC-151': {
    text: 'not confirmed both ways: {problems}',
    next: 'Each calling domain must resolve to the calling address, and that address back to the domain (docs/ip-allowlisting-and-network-security). Have A or AAAA and PTR records set, and compare with a public resolver if yours answers differently inside.',
    turn: network,
  },
  'DOC-201': {
    text: 'the host name {host} does not resolve',
    next: 'Check AXYS_BASE_URL for a misspelling, then the resolver of this machine; behind a proxy set HTTPS_PROXY.',
    turn: ['you', ...network],
  },
  'DOC-202': {
    text: 'nothing accepts connections at {host}',
    next: 'Check host and port of AXYS_BASE_URL; if they are right, an outgoing firewall rule is missing or the target is down.',
    turn: ['you', ...network],
  },
  'DOC-203': {
    text: 'no connection to {host} within the time limit',
    next: 'Packets are dropped on the way: have outgoing connections to this host and port opened, or set HTTPS_PROXY.',
    turn: network,
  },
  'DOC-204': {
    text: 'the proxy does not open a tunnel to {host}: {detail}',
    next: 'Check HTTPS_PROXY (407 asks for user name and password), and have the proxy allow CONNECT to this host; NO_PROXY lists hosts to reach directly.',
    turn: ['you', ...network],
  },
  'DOC-205': {
    text: 'the proxy of HTTPS_PROXY or ALL_PROXY cannot be reached: {detail}',
    next: 'Check host and port of the proxy, or unset the variable if this machine needs none.',
    turn: ['you', ...network],
  },
  'DOC-206': {
    text: 'the connection to {host} breaks off before the TLS handshake is over: {detail}',
    next: 'Nobody said no: most often a firewall or a device on the way drops the line. Have outgoing TLS to this host and port admitted. A server that wants another certificate says so as a rule; if the network is in order, ask the platform whether its log shows the attempt.',
    turn: ['you', ...network],
  },
  'DOC-211': {
    text: 'the certificate of {host} does not lead to an authority this machine trusts ({detail})',
    next: 'If the authority is the right one, point AXYS_CA_PATH at its certificate. If a device on the way opens TLS connections, have this host excepted: our certificate does not pass through it.',
    turn: ['you', ...network],
  },
  'DOC-212': {
    text: 'the certificate of {host} is expired or not valid yet',
    next: "Compare this machine's clock with the time; if the clock is right, report it to the platform.",
    turn: ['you', ...platform],
  },
  'DOC-213': {
    text: 'the certificate shown does not name {host}',
    next: 'Check the host in AXYS_BASE_URL; if it is right, something else answers in its place.',
    turn: ['you', ...network],
  },
  'DOC-214': {
    text: 'what answers at {host} does not speak a usable TLS ({detail})',
    next: 'Check host and port of AXYS_BASE_URL; TLS 1.2 or newer is needed.',
    turn: ['you', ...network],
  },
  'DOC-215': {
    text: '{tls}, {chain}, but the certificate of {host} ends in {days} days',
    next: 'Tell the platform; once it has ended no call gets through.',
    turn: platform,
  },
  'DOC-221': {
    text: '{host} refused our certificate in the TLS handshake ({detail})',
    next: 'Check that the certificate was issued for this environment (certificates are separate per environment), is not revoked, and that nothing on the way opens TLS. If all is right, ask the platform what its log says for the serial number above.',
    turn: ['you', ...platform],
  },
  'DOC-222': {
    text: '{host} does not know the authority that issued our certificate ({detail})',
    next: 'The certificate is of another environment or another issuer: use the one the platform signed for this environment.',
    turn: you,
  },
  'DOC-223': {
    text: '{host} considers our certificate expired ({detail})',
    next: "Compare its end with this machine's clock: check the clock, then renew.",
    turn: ['you', ...platform],
  },
  'DOC-224': {
    text: '{host} considers our certificate revoked ({detail})',
    next: 'Ask the platform why, and request a new one with a fresh key.',
    turn: ['the platform', 'you'],
  },
  'DOC-225': {
    text: 'the certificate and key cannot be used for TLS ({detail})',
    next: 'Check that both files are complete, and make the key and its request again if they are.',
    turn: you,
  },
  'DOC-301': {
    text: '403 "No Authorised IPs configured"',
    next: 'Two causes give this same answer, and it cannot tell them apart (docs/ip-allowlisting-and-network-security). (1) Allowlist: the address this machine calls from is not on the allowlist of this environment; have it added. (2) Forward-confirmed reverse DNS: a name in CN or SAN must resolve to the calling address and that address back to the name. DNS line above: {dns}.',
    turn: ['your DNS or network people', 'the platform'],
  },
  'DOC-302': {
    text: 'the connection was accepted, but no HTTP answer came ({detail})',
    next: 'Try again; if it stays, something between here and the platform cuts connections.',
    turn: ['your DNS or network people', 'the platform'],
  },
  'DOC-311': {
    text: '401: the API key was rejected',
    next: 'Check that AXYS_API_KEY is the program-level key of this environment and was not rotated (docs/credentials-and-key-rotation).',
    turn: you,
  },
  'DOC-312': {
    text: '403 without the text of the network layer: the key was rejected, or does not go with the certificate',
    next: 'Check that key and certificate belong to the same Program and environment; a tenant-level key does not reach cardholders (docs/api-users-tenants-and-programs).',
    turn: ['you', ...platform],
  },
  'DOC-321': {
    text: '{status}: the rate limit was reached before a list came',
    next: 'Stop other callers of this key, wait a minute, and run doctor again.',
    turn: you,
  },
  'DOC-322': {
    text: '{status}: the platform has a failure of its own',
    next: 'Try again in a few minutes; if it stays, report the time of this call.',
    turn: platform,
  },
  'DOC-323': {
    text: '404: there is no GET /cardholders below {url}',
    next: 'Check the path of AXYS_BASE_URL; the documented one ends in /v2.',
    turn: you,
  },
  'DOC-324': {
    text: '{status}: a redirect, which is never followed',
    next: 'Set AXYS_BASE_URL to the documented host, and have this host excepted from any portal on the way.',
    turn: ['you', ...network],
  },
  'DOC-325': {
    text: '{status} with a body that reports an error',
    next: 'The platform answers with success and refuses in the body; report it with the time of this call.',
    turn: platform,
  },
  'DOC-326': {
    text: '{status}, but not the list envelope ({received})',
    next: 'Expected a JSON object with items, total, limit and offset (docs/pagination-filtering-and-rate-limits). Check that AXYS_BASE_URL points at the API; otherwise report it to the platform.',
    turn: ['you', ...platform],
  },
  'DOC-327': {
    text: '{status}: GET /cardholders was rejected',
    next: 'Expected 200 with the list envelope. Check API key and base URL first, then ask the platform.',
    turn: ['you', ...platform],
  },
  'DOC-331': {
    text: "this machine's clock is {seconds} s {direction} the target's",
    next: 'Synchronise the clock (NTP): certificates and deadlines are judged by it.',
    turn: you,
  },
} as const satisfies Readonly<Record<string, DoctorMessage>>;
