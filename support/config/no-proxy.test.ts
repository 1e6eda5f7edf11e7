import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isProxyExempt } from './no-proxy.js';

/** List, host, port, and whether the host is reached without the proxy. */
const rows: readonly (readonly [string, string, number, boolean])[] = [
  ['', 'api.example.test', 443, false],
  ['*', 'api.example.test', 443, true],
  ['api.example.test', 'api.example.test', 443, true],
  ['API.Example.Test', 'api.example.test', 443, true],
  ['example.test', 'api.example.test', 443, true],
  ['.example.test', 'api.example.test', 443, true],
  ['*.example.test', 'api.example.test', 443, true],
  ['example.test.', 'api.example.test', 443, true],
  ['ample.test', 'api.example.test', 443, false],
  ['api.example.test.evil', 'api.example.test', 443, false],
  ['api.example.test:8443', 'api.example.test', 443, false],
  ['api.example.test:443', 'api.example.test', 443, true],
  ['other.test, api.example.test', 'api.example.test', 443, true],
  ['other.test api.example.test', 'api.example.test', 443, true],
  ['192.0.2.7', '192.0.2.7', 443, true],
  ['2.7', '192.0.2.7', 443, false],
  ['192.0.2.0/24', '192.0.2.7', 443, true],
  ['192.0.2.0/24', '192.0.3.7', 443, false],
  ['192.0.2.0/33', '192.0.2.7', 443, false],
  ['192.0.2.0/', '192.0.2.7', 443, false],
  ['2001:db8::/32', '2001:db8::7', 443, true],
  ['2001:db8::7', '2001:db8::7', 443, true],
  ['[2001:db8::7]:443', '2001:db8::7', 443, true],
  ['0.0.0.0/0', 'api.example.test', 443, false],
];

describe('isProxyExempt', () => {
  for (const [list, host, port, exempt] of rows) {
    it(`"${list}" ${exempt ? 'exempts' : 'does not exempt'} ${host}:${port}`, () => {
      assert.equal(isProxyExempt(list, host, port), exempt);
    });
  }
});
