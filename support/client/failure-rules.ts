import type { FailureClass } from '../trace/exchange.js';

/** Codes of Node, OpenSSL and undici by class. First match wins; what matches nothing is `protocol`. */
export interface FailureRule {
  readonly codes: RegExp;
  readonly class: FailureClass;
  /** True where nobody said no and nothing was sent that a server could act on: the connection is opened again, whatever the call. */
  readonly reconnects?: true;
}

/** Failures before the first request was written. A handshake that broke in any other way counts as TLS. */
export const connectRules: readonly FailureRule[] = [
  { codes: /^(ENOTFOUND|EAI_AGAIN|EAI_\w+)$/, class: 'dns' },
  {
    codes: /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|EACCES|AXYS_TUNNEL_REFUSED)$/,
    class: 'refused',
  },
  { codes: /^AXYS_TUNNEL_BROKEN$/, class: 'refused', reconnects: true },
  { codes: /^(UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT|AXYS_TUNNEL_TIMEOUT)$/, class: 'timeout' },
  // Every reason for which Node does not believe a chain; what a server's alert says starts with ERR_SSL instead.
  {
    codes:
      /^(SELF_SIGNED|DEPTH_ZERO|UNABLE_TO|CERT_|CRL_|ERROR_IN_C|INVALID_(CA|PURPOSE)|PATH_LENGTH|HOSTNAME_|ERR_TLS_CERT_)/,
    class: 'untrusted',
  },
  // Broken off without a word: who refuses a handshake says so by an alert (RFC 8446, section 6.2), and its code is another one.
  { codes: /^(ECONNRESET|ECONNABORTED|EPIPE)$/, class: 'tls', reconnects: true },
  { codes: /^/, class: 'tls' },
];

/** Failures after a request was written on an accepted connection. */
export const requestRules: readonly FailureRule[] = [
  { codes: /^(ERR_SSL_|ERR_TLS_|CERT_)/, class: 'tls' },
  { codes: /^(UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|ETIMEDOUT)$/, class: 'timeout' },
  { codes: /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/, class: 'reset' },
  { codes: /^(HPE_|UND_ERR_)/, class: 'protocol' },
];
