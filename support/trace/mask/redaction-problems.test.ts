import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../exchange.js';
import { callOf, exchangeOf } from '../test-kit/exchange-of.js';
import { maskExchange } from './mask-exchange.js';
import { redactionProblems } from './redaction-problems.js';
import { createSecrets } from './secrets.js';

const pan = '4111111111111111';
const label = '[masked:pan:abcdefgh:1111]';

/** Exchanges in which values stand where masking has places of its own. */
const unusual: readonly (readonly [string, Exchange])[] = [
  ['a name', callOf('getCard', 'GET', '/cards/1', { answered: { [pan]: 1, a: { [`x ${pan}`]: [pan] } } })],
  [
    'two names of one number',
    callOf('getCard', 'GET', '/cards/1', { answered: { [pan]: 1, '4111 1111 1111 1111': 2 } }),
  ],
  [
    'JSON in a text',
    callOf('getCard', 'GET', '/cards/1', { answered: { a: JSON.stringify({ b: [{ [pan]: pan }] }) } }),
  ],
  ['two in one text', callOf('getCard', 'GET', '/cards/1', { answered: { a: `${pan} and ${pan}, cvv: 123` } })],
  ['base64', callOf('getCard', 'GET', '/cards/1', { answered: { a: Buffer.from(`pan ${pan}`).toString('base64') } })],
  ['a link with a user', callOf('getCard', 'GET', '/cards/1', { answered: { kycUrl: 'https://u:p@host.invalid/' } })],
  ['a link with a host', callOf('getCard', 'GET', '/cards/1', { answered: { kycUrl: `https://${pan}.invalid/a` } })],
  [
    'a label as received',
    callOf('getCard', 'GET', '/cards/1', { answered: { a: label, b: `x ${label}`, kycUrl: label } }),
  ],
  ['a label of no kind', callOf('getCard', 'GET', '/cards/1', { answered: { a: '[masked:thing:abcdefgh]' } })],
  [
    'headers',
    exchangeOf({
      response: {
        status: 200,
        headers: { server: `s ${pan}`, [`x-${pan}`]: pan, 'x-api-key': label, 'x-request-id': pan },
        body: { kind: 'text', text: `<p>${pan}</p>`, problem: `media type "${pan}"` },
      },
    }),
  ],
  [
    'a URL',
    exchangeOf({
      request: {
        ...exchangeOf({}).request,
        url: `https://127.0.0.1/v2/${pan}?${pan}=${pan}&cvv=123&a=${pan}#${pan}`,
        path: `/${pan}/${label}`,
        query: { [pan]: pan },
        body: { kind: 'json', value: {}, duplicateKeys: [pan, 'a', pan] },
      },
    }),
  ],
  ['what was withheld', exchangeOf({ withheld: { pointer: '/a', count: 1, shape: { [pan]: ['string'] } } })],
];

for (const [title, raw] of unusual) {
  test(`${title}: masked, and each label has exactly one line of the ledger`, () => {
    const { exchange, redactions } = maskExchange(raw, createSecrets({ key: new Uint8Array(32).fill(3) }));
    assert.deepEqual(redactionProblems(exchange, redactions), []);
    const written = JSON.stringify([exchange, redactions]);
    for (const secret of [pan, '4111 1111', '"123"', 'u:p@']) assert.equal(written.includes(secret), false, secret);
  });
}

test('a line without its label, a label without its line and a header that is there are told with their places', () => {
  const raw = callOf('getCard', 'GET', '/cards/1', { answered: { a: pan } });
  const headers = { 'set-cookie': 'a=b' };
  const { exchange, redactions } = maskExchange(
    { ...raw, response: { ...(raw.response ?? assert.fail()), headers } },
    createSecrets({ key: new Uint8Array(32).fill(3) }),
  );
  assert.match(redactionProblems(exchange, []).join(), /stands at \/response\/body\/value\/a, and no line/);
  const elsewhere = redactions.map((line) => ({ ...line, pointer: '/request/url' }));
  assert.equal(redactionProblems(exchange, elsewhere).length, 3, 'the label, its line, and the URL that is no header');
  const { response } = exchange;
  const back = { ...exchange, response: { ...(response ?? assert.fail()), headers } };
  assert.match(redactionProblems(back, redactions).join(), /set-cookie was left out, it is there/);
});
