import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ExchangeResponse, Json } from '../../trace/exchange.js';
import type { AnswerLayer } from '../answer-rules.js';
import { diagnose } from '../diagnose.js';
import type { ConnectionLayer } from '../handshake-rules.js';
import { layers } from '../layers.js';
import type { LayerResult } from '../layer.js';
import type { Handshake } from '../probes/handshake.js';
import type { Subject } from '../subject.js';
import { makeTestCertificate } from '../test-kit/test-certificate.js';
import { answeredWith, day, failedWith, testNow, testSubject } from '../test-kit/test-subject.js';
import { examineClock } from './clock-layer.js';

const certificate = await makeTestCertificate({ from: testNow, to: testNow + 90 * day });
const silent = { addressesOf: () => Promise.resolve(null), namesOf: () => Promise.resolve(null) };
const openFor = (days: number) => (): Promise<Handshake> => {
  const validTo = testNow + days * day;
  return Promise.resolve({ kind: 'accepted', server: { tlsVersion: 'TLSv1.3', chain: ['host', 'root'], validTo } });
};
const open = openFor(60);

async function examine(changes: Partial<Subject>): Promise<ReadonlyMap<string, LayerResult>> {
  const subject = testSubject(certificate, { resolver: silent, ...changes });
  const results = await diagnose(layers, subject, new AbortController().signal);
  return new Map(results.map((result) => [result.id, result]));
}

/** The first failing layer with its code; everything that needs it must be skipped. */
function firstFailure(results: ReadonlyMap<string, LayerResult>): readonly [string, string] | null {
  const failing = [...results.values()].filter(({ status }) => status === 'fail');
  assert.ok(failing.length <= 1, failing.map(({ id }) => id).join());
  const [first] = failing;
  return first === undefined ? null : [first.id, first.problem?.code ?? ''];
}

describe('the connection layers', () => {
  const rows: readonly (readonly [Parameters<typeof failedWith>[0], string, ConnectionLayer, string])[] = [
    ['dns', 'no connection could be made <- ENOTFOUND: getaddrinfo', 'connection', 'DOC-201'],
    ['refused', 'no connection could be made <- ECONNREFUSED: connect', 'connection', 'DOC-202'],
    ['timeout', 'no connection could be made <- UND_ERR_CONNECT_TIMEOUT: x', 'connection', 'DOC-203'],
    ['refused', 'x through the proxy <- AXYS_TUNNEL_REFUSED: with 407', 'connection', 'DOC-204'],
    ['timeout', 'x through the proxy <- AXYS_TUNNEL_TIMEOUT: y', 'connection', 'DOC-204'],
    ['refused', 'x through the proxy <- ECONNREFUSED: connect', 'connection', 'DOC-205'],
    ['dns', 'x through the proxy <- ENOTFOUND: getaddrinfo', 'connection', 'DOC-205'],
    ['refused', 'x through the proxy <- no connection after 4 tries <- AXYS_TUNNEL_BROKEN: y', 'connection', 'DOC-204'],
    ['tls', 'x <- no connection after 4 tries <- ECONNRESET: read ECONNRESET', 'connection', 'DOC-206'],
    ['tls', 'x <- no connection after 2 tries <- ERR_SSL_X: certificate revoked', 'client-certificate', 'DOC-224'],
    ['untrusted', 'x <- SELF_SIGNED_CERT_IN_CHAIN: self-signed', 'server-certificate', 'DOC-211'],
    ['untrusted', 'x <- UNABLE_TO_GET_ISSUER_CERT_LOCALLY: y', 'server-certificate', 'DOC-211'],
    ['untrusted', 'x <- UNABLE_TO_VERIFY_LEAF_SIGNATURE: y', 'server-certificate', 'DOC-211'],
    ['untrusted', 'x <- CERT_SIGNATURE_FAILURE: certificate signature failure', 'server-certificate', 'DOC-211'],
    ['untrusted', 'x <- CERT_HAS_EXPIRED: certificate has expired', 'server-certificate', 'DOC-212'],
    ['untrusted', 'x <- ERR_TLS_CERT_ALTNAME_INVALID: y', 'server-certificate', 'DOC-213'],
    ['tls', 'x <- ERR_SSL_WRONG_VERSION_NUMBER: wrong version number', 'server-certificate', 'DOC-214'],
    ['lapsed', 'the server closed the connection in answer to our certificate', 'client-certificate', 'DOC-223'],
    ['tls', 'x <- ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: tlsv1 alert unknown ca', 'client-certificate', 'DOC-222'],
    [
      'tls',
      'x <- ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED: sslv3 alert certificate expired',
      'client-certificate',
      'DOC-223',
    ],
    [
      'tls',
      'x <- ERR_SSL_SSLV3_ALERT_CERTIFICATE_REVOKED: sslv3 alert certificate revoked',
      'client-certificate',
      'DOC-224',
    ],
    ['tls', 'error:05800074:x509 certificate routines::key values mismatch', 'client-certificate', 'DOC-225'],
    ['tls', 'the server closed the connection in answer to our certificate', 'client-certificate', 'DOC-221'],
    ['tls', 'x <- ECONNRESET: read', 'client-certificate', 'DOC-221'],
  ];
  for (const [kind, detail, layer, code] of rows) {
    it(`explain "${detail}" by ${code} at ${layer}`, async () => {
      const results = await examine({ handshake: failedWith(kind, detail) });
      assert.deepEqual(firstFailure(results), [layer, code]);
      for (const id of ['network-access', 'api-key', 'envelope', 'clock']) {
        assert.match(results.get(id)?.says ?? '', /^needs /, id);
      }
    });
  }
});

describe('the certificate of the target', () => {
  it('is shown with its chain, and is worth a word to the platform shortly before its end', async () => {
    for (const [days, status, code, says] of [
      [60, 'ok', undefined, /^TLSv1\.3, host <- root, 60 days left, names the host$/],
      [5, 'ok', undefined, /5 days left/],
      [4, 'warn', 'DOC-215', /ends in 4 days/],
    ] as const) {
      const found = (await examine({ handshake: openFor(days), listCardholders: answeredWith(null) })).get(
        'server-certificate',
      );
      assert.deepEqual([found?.status, found?.problem?.code], [status, code]);
      assert.match(found?.says ?? '', says);
    }
  });
});

describe('the answer layers', () => {
  const list: Json = { status: 'success', items: [], total: 0, limit: 50, offset: 0 };
  const text = (status: number, body: string): ExchangeResponse => ({
    ...{ status, headers: { 'content-type': 'text/html' }, body: { kind: 'text', text: body, problem: 'no JSON' } },
  });
  const json = (status: number, value: Json): ExchangeResponse => ({
    ...{ status, headers: {}, body: { kind: 'json', value, duplicateKeys: [] } },
  });
  const rows: readonly (readonly [string, ExchangeResponse | null, AnswerLayer | null, string])[] = [
    ['200 with the list', json(200, list), null, ''],
    ['200 with a production list, items withheld', json(200, { items: [], total: 3, limit: 50, offset: 0 }), null, ''],
    ['no answer', null, 'network-access', 'DOC-302'],
    ['403 with the text', text(403, 'No Authorised IPs configured'), 'network-access', 'DOC-301'],
    ['403 with the text in JSON', json(403, { message: 'No Authorised IPs configured' }), 'network-access', 'DOC-301'],
    ['401', json(401, {}), 'api-key', 'DOC-311'],
    ['403 with another text', text(403, 'Forbidden'), 'api-key', 'DOC-312'],
    ['429', text(429, ''), 'envelope', 'DOC-321'],
    ['502', text(502, 'Bad gateway'), 'envelope', 'DOC-322'],
    ['404', text(404, ''), 'envelope', 'DOC-323'],
    ['302', text(302, ''), 'envelope', 'DOC-324'],
    ['200 with an error in it', json(200, { status: 'error' }), 'envelope', 'DOC-325'],
    ['200 with a page', text(200, '<html>'), 'envelope', 'DOC-326'],
    ['200 without total', json(200, { items: [], limit: 50, offset: 0 }), 'envelope', 'DOC-326'],
    ['201 with the list', json(201, list), 'envelope', 'DOC-326'],
    ['400', json(400, {}), 'envelope', 'DOC-327'],
  ];
  for (const [what, response, layer, code] of rows) {
    it(`find ${layer ?? 'nothing'} to blame for ${what}`, async () => {
      const results = await examine({ handshake: open, listCardholders: answeredWith(response) });
      assert.deepEqual(firstFailure(results), layer === null ? null : [layer, code]);
    });
  }

  it('name both causes of the 403 and what DNS showed, and that it is not our turn alone', async () => {
    const listCardholders = answeredWith(text(403, 'No Authorised IPs configured'));
    const { problem } = (await examine({ handshake: open, listCardholders })).get('network-access') ?? {};
    assert.match(problem?.next ?? '', /Two causes.*\(1\) Allowlist.*\(2\) Forward-confirmed reverse DNS/s);
    assert.match(problem?.next ?? '', /DNS line above: no resolver answered for api\.acme\.test/);
    assert.deepEqual(problem?.turn, ['your DNS or network people', 'the platform']);
  });

  it('say nothing about the layers that a gateway may have answered before', async () => {
    const results = await examine({ handshake: open, listCardholders: answeredWith(text(502, '')) });
    for (const id of ['network-access', 'api-key']) {
      assert.deepEqual([results.get(id)?.status, results.get(id)?.says], ['skip', 'an answer 502 does not tell']);
    }
  });
});

describe('the clock layer', () => {
  const at = (seconds: number): Partial<Subject> => ({
    listCardholders: answeredWith({
      ...{ status: 200, body: { kind: 'none' } },
      headers: { date: new Date(testNow + seconds * 1000).toUTCString() },
    }),
  });

  it('accepts a minute and warns above, in both directions', async () => {
    for (const [seconds, status, says] of [
      [0, 'ok', /within 60 s/],
      [60, 'ok', /within/],
      [-61, 'warn', /61 s ahead of the target/],
      [3600, 'warn', /3600 s behind the target/],
    ] as const) {
      const finding = await examineClock(testSubject(certificate, at(seconds)));
      assert.equal(finding.status, status);
      assert.match(finding.says, says);
    }
  });

  it('does not compare with the faster clock of a standalone emulator, nor without a Date header', async () => {
    const emulator = await examineClock(testSubject(certificate, at(9999), { class: 'loopback' }));
    assert.deepEqual([emulator.status, /faster clock/.test(emulator.says)], ['skip', true]);
    const undated = answeredWith({ status: 200, headers: {}, body: { kind: 'none' } });
    assert.equal((await examineClock(testSubject(certificate, { listCardholders: undated }))).status, 'skip');
  });
});
