import type { Failure } from '../client/classify-failure.js';
import type { DoctorCode } from './finding.js';

/** The layers one TLS connection passes, in order. */
export const connectionLayers = ['connection', 'server-certificate', 'client-certificate'] as const;

/** One of {@link connectionLayers}. */
export type ConnectionLayer = (typeof connectionLayers)[number];

/** Which layer a failed connection failed at: by the failure's class, or by the codes in its detail. */
interface HandshakeRule {
  readonly class: Failure['class'] | null;
  /** Codes and sentences of Node, OpenSSL and our tunnel, which differ between versions. */
  readonly detail: RegExp;
  readonly layer: ConnectionLayer;
  readonly code: DoctorCode;
}

/**
 * First match wins. The last row stands for every other way a handshake breaks: the server's own certificate was fine by
 * then or never came, and the documented reason is ours (docs/guide-rotate-mtls-certificates).
 */
const handshakeRules: readonly HandshakeRule[] = [
  { class: null, detail: /AXYS_TUNNEL_/, layer: 'connection', code: 'DOC-204' },
  { class: 'dns', detail: /through the proxy/, layer: 'connection', code: 'DOC-205' },
  { class: 'refused', detail: /through the proxy/, layer: 'connection', code: 'DOC-205' },
  { class: 'dns', detail: /^/, layer: 'connection', code: 'DOC-201' },
  { class: 'refused', detail: /^/, layer: 'connection', code: 'DOC-202' },
  { class: 'timeout', detail: /^/, layer: 'connection', code: 'DOC-203' },
  {
    class: 'tls',
    // A later try may have come as far as a refusal.
    detail: /no connection after \d+ tries <- (ECONNRESET|ECONNABORTED|EPIPE)/,
    layer: 'connection',
    code: 'DOC-206',
  },
  { class: 'untrusted', detail: /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/, layer: 'server-certificate', code: 'DOC-212' },
  { class: 'untrusted', detail: /ERR_TLS_CERT_ALTNAME_INVALID/, layer: 'server-certificate', code: 'DOC-213' },
  { class: 'untrusted', detail: /^/, layer: 'server-certificate', code: 'DOC-211' },
  {
    class: 'tls',
    detail: /wrong version number|unsupported protocol|protocol version|packet length too long|http request|EPROTO/i,
    layer: 'server-certificate',
    code: 'DOC-214',
  },
  { class: 'lapsed', detail: /^/, layer: 'client-certificate', code: 'DOC-223' },
  { class: 'tls', detail: /unknown ca\b/i, layer: 'client-certificate', code: 'DOC-222' },
  { class: 'tls', detail: /certificate expired/i, layer: 'client-certificate', code: 'DOC-223' },
  { class: 'tls', detail: /certificate revoked/i, layer: 'client-certificate', code: 'DOC-224' },
  { class: null, detail: /key values mismatch|ERR_OSSL|KEY_TYPE/i, layer: 'client-certificate', code: 'DOC-225' },
  { class: null, detail: /^/, layer: 'client-certificate', code: 'DOC-221' },
];

/** The row that explains a failure. */
export function handshakeRule(failure: Failure): HandshakeRule {
  const rule = handshakeRules.find(
    (candidate) =>
      (candidate.class === null || candidate.class === failure.class) && candidate.detail.test(failure.detail),
  );
  if (rule === undefined) throw new Error(`no rule for a failed handshake of class ${failure.class}`);
  return rule;
}
