import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CodedError } from '../messages/coded-error.js';
import { proxyFor } from './proxy.js';

const target = new URL('https://api.example.test/v2');
const plain = { host: 'proxy.test', port: 3128, authorization: null };

describe('proxyFor', () => {
  const rows: readonly (readonly [string, NodeJS.ProcessEnv, URL, ReturnType<typeof proxyFor>])[] = [
    ['no variable', {}, target, null],
    ['an empty variable', { HTTPS_PROXY: '' }, target, null],
    ['HTTPS_PROXY', { HTTPS_PROXY: 'http://proxy.test:3128' }, target, plain],
    [
      'the lower-case name before the other',
      { https_proxy: 'http://proxy.test:3128', HTTPS_PROXY: 'x://' },
      target,
      plain,
    ],
    ['ALL_PROXY', { ALL_PROXY: 'http://proxy.test:3128/' }, target, plain],
    ['a value without scheme', { HTTPS_PROXY: 'proxy.test:3128' }, target, plain],
    ['a value without port', { HTTPS_PROXY: 'http://proxy.test' }, target, { ...plain, port: 80 }],
    ['HTTP_PROXY, which is not for https', { HTTP_PROXY: 'http://proxy.test:3128' }, target, null],
    ['NO_PROXY', { HTTPS_PROXY: 'http://proxy.test:3128', NO_PROXY: 'example.test' }, target, null],
    ['no_proxy for another port', { HTTPS_PROXY: 'http://proxy.test:3128', no_proxy: 'example.test:1' }, target, plain],
    ['a loopback target', { HTTPS_PROXY: 'http://proxy.test:3128' }, new URL('https://127.0.0.1:4/v2'), null],
    ['a broken value for a loopback target', { HTTPS_PROXY: 'socks5://x' }, new URL('https://localhost/v2'), null],
  ];
  for (const [what, environment, url, expected] of rows) {
    it(`reads ${what}`, () => {
      assert.deepEqual(proxyFor(url, environment), expected);
    });
  }

  it('turns user name and password into a header, percent escapes decoded', () => {
    const proxy = proxyFor(target, { HTTPS_PROXY: 'http://user:p%40ss@proxy.test:3128' });
    assert.equal(proxy?.authorization, `Basic ${Buffer.from('user:p@ss').toString('base64')}`);
    assert.equal(proxy.host, 'proxy.test');
  });

  const refused: readonly (readonly [string, string, RegExp])[] = [
    ['another scheme', 'socks5://user:geheim@proxy.test:1080', /scheme is socks5/],
    ['an encrypted proxy', 'https://user:geheim@proxy.test', /scheme is https/],
    ['what is no URL', 'http://user:geheim@ proxy:port', /cannot be read as a URL/],
    ['a broken escape', 'http://user:geheim%zz@proxy.test', /not an escape/],
  ];
  for (const [what, value, says] of refused) {
    it(`refuses ${what} with 78 and without quoting it`, () => {
      assert.throws(
        () => proxyFor(target, { HTTPS_PROXY: value }),
        (error) => {
          assert.ok(error instanceof CodedError);
          assert.deepEqual([error.code, error.exit], ['CFG-209', 78]);
          assert.match(error.message, says);
          assert.match(error.message, /^HTTPS_PROXY /);
          assert.ok(!`${error.message}${error.next}`.includes('geheim') && error.cause === undefined);
          return true;
        },
      );
    });
  }
});
