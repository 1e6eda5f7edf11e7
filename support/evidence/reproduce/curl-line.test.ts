import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Exchange, Json } from '../../trace/exchange.js';
import { anExchange } from '../testing/sample-run.js';
import { curlLine } from './curl-line.js';

const posted = (value: Json, change: Partial<Exchange['request']> = {}) =>
  anExchange({
    request: {
      ...anExchange().request,
      ...{ method: 'POST', url: 'https://127.0.0.1:4010/v2/cards', headers: { 'content-type': 'application/json' } },
      ...{ body: { kind: 'json', value, duplicateKeys: [] } },
      ...change,
    },
  });

test('a call is shown with its credentials as variables of the reader’s shell', () => {
  assert.equal(
    curlLine(posted({ alias: 'a b' }), 'real'),
    'curl --include -X POST https://127.0.0.1:4010/v2/cards --cert "$AXYS_CERT_PATH" --key "$AXYS_KEY_PATH" ' +
      `-H "X-API-Key: $AXYS_API_KEY" -H 'content-type: application/json' --data-raw '{"alias":"a b"}'`,
  );
});

test('a read needs no method and no body; a target on this machine needs its own authority', () => {
  const line = curlLine(anExchange(), 'emulator') ?? '';
  assert.match(
    line,
    /^curl --include https:\/\/127\.0\.0\.1:4010\/v2\/cards\/7 --cert .* --cacert "\$AXYS_CA_PATH" -H /,
  );
  assert.doesNotMatch(line, /-X|--data|masked|cacert ".*cacert/);
});

const identities: readonly (readonly [string, RegExp, RegExp])[] = [
  ['next-certificate', /--cert "\$AXYS_NEXT_CERT_PATH" --key "\$AXYS_NEXT_KEY_PATH"/, /AXYS_CERT_PATH/],
  ['no-certificate', /X-API-Key/, /--cert /],
  ['no-key', /--cert /, /X-API-Key/],
  ['wrong-key', /'X-API-Key: wrong'/, /AXYS_API_KEY/],
];
for (const [identity, has, lacks] of identities) {
  test(`identity ${identity} is played as it was`, () => {
    const line = curlLine(anExchange({ identity }), 'real') ?? '';
    assert.match(line, has);
    assert.doesNotMatch(line, lacks);
  });
}

test('what is no call of ours to the target has no line', () => {
  assert.equal(curlLine(anExchange({ identity: 'inbound' }), 'real'), null);
  assert.equal(curlLine(anExchange({ replayed: true }), 'real'), null);
});

test('headers of the moment and labels of secrets stay out', () => {
  const headers = { 'x-api-key': '[masked:api-key:ab]', traceparent: '00-1', accept: 'application/json' };
  const line = curlLine(posted({}, { headers }), 'real') ?? '';
  assert.doesNotMatch(line, /masked|traceparent/);
  assert.match(line, /-H 'accept: application\/json'/);
});

test('a shell hands curl exactly the recorded URL and body, whatever they hold', () => {
  const text = fc.string({ unit: 'binary', maxLength: 30 }).filter((value) => !value.includes('\0'));
  fc.assert(
    fc.property(text, fc.jsonValue(), (query, value) => {
      const url = `https://h.example/v2/cards?q=${query}`;
      const line = curlLine(posted(value as Json, { url }), 'real') ?? '';
      const env = { AXYS_CERT_PATH: '/c d', AXYS_KEY_PATH: '/k', AXYS_API_KEY: "k'$x" };
      const script = `curl() { printf '%s\\0' "$@"; }; ${line}`;
      const given = execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8', env }).split('\0').slice(0, -1);
      assert.ok(given.includes(url), 'the URL');
      assert.equal(given.at(-1), JSON.stringify(value), 'the body');
      assert.deepEqual(given.slice(given.indexOf('--cert'), given.indexOf('--cert') + 2), ['--cert', '/c d']);
      assert.ok(given.includes("X-API-Key: k'$x"), 'the key');
    }),
    { numRuns: 60 },
  );
});
