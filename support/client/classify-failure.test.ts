import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FailureClass } from '../trace/exchange.js';
import { classifyFailure, TimeoutReason } from './classify-failure.js';
import { ConnectFailure } from './connect-failure.js';

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });
const connect = (code: string) => new ConnectFailure('connect', 'no connection', coded(code));

function lapsed(failure: ConnectFailure): ConnectFailure {
  failure.certificateLapsed = true;
  return failure;
}

const cases: readonly (readonly [string, unknown, FailureClass])[] = [
  ['an unknown name', connect('ENOTFOUND'), 'dns'],
  ['a closed port', connect('ECONNREFUSED'), 'refused'],
  [
    'several addresses, all closed',
    new ConnectFailure('connect', 'x', new AggregateError([coded('ECONNREFUSED')])),
    'refused',
  ],
  ['a connection that takes too long', connect('UND_ERR_CONNECT_TIMEOUT'), 'timeout'],
  ['a handshake the server ends', connect('ECONNRESET'), 'tls'],
  ['a handshake the server ends with an alert', connect('ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE'), 'tls'],
  ['a handshake the server ends after our certificate has expired', lapsed(connect('ECONNRESET')), 'lapsed'],
  ['a server that hangs up on an expired certificate', lapsed(new ConnectFailure('acceptance', 'x')), 'lapsed'],
  ['a closed port, with a certificate that has expired', lapsed(connect('ECONNREFUSED')), 'refused'],
  ['a server certificate nobody vouches for', connect('SELF_SIGNED_CERT_IN_CHAIN'), 'untrusted'],
  ['a server certificate that has expired', connect('CERT_HAS_EXPIRED'), 'untrusted'],
  ['a server certificate of another host', connect('ERR_TLS_CERT_ALTNAME_INVALID'), 'untrusted'],
  ['a connect error without any code', new ConnectFailure('connect', 'x', new Error('odd')), 'tls'],
  ['a server that hangs up instead of accepting', new ConnectFailure('acceptance', 'x'), 'tls'],
  ['an alert after acceptance', coded('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REVOKED'), 'tls'],
  ['a connection cut under a request', coded('UND_ERR_SOCKET'), 'reset'],
  ['a broken pipe', coded('EPIPE'), 'reset'],
  ['a head that is no HTTP', coded('HPE_INVALID_CONSTANT'), 'protocol'],
  ['an answer that is too large', coded('UND_ERR_RES_EXCEEDED_MAX_SIZE'), 'protocol'],
  ['something nobody foresaw', new Error('?'), 'protocol'],
  ['something that is no error', 'text', 'protocol'],
];

for (const [title, error, expected] of cases) {
  test(`${title} is ${expected}`, () => {
    assert.equal(classifyFailure(error, null).class, expected);
  });
}

test('what aborted a try decides between timeout and cancellation', () => {
  const aborted = (reason: Error) => classifyFailure(coded('UND_ERR_ABORTED'), AbortSignal.abort(reason));
  assert.deepEqual(aborted(new TimeoutReason(5)), { class: 'timeout', detail: 'no complete answer after 5 ms' });
  assert.equal(aborted(new Error('stop')).class, 'cancelled');
});

test('of an OpenSSL message only the sentence and the alert stay', () => {
  const raw =
    '0A00045C:SSL routines:ssl3_read_bytes:tlsv13 alert certificate required:../deps/x.c:1601:SSL alert number 116';
  const { detail } = classifyFailure(coded('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', raw), null);
  assert.equal(
    detail,
    'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: tlsv13 alert certificate required (SSL alert number 116)',
  );
});
