import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../judgement/finding.js';
import type { Exchange, Json } from '../exchange.js';
import { callOf } from '../test-kit/exchange-of.js';
import { maskExchange } from './mask-exchange.js';
import { createSecrets } from './secrets.js';

const secretsOfRun = () => createSecrets({ key: new Uint8Array(32).fill(3) });
const pan = '4111111111111111';

function answered(exchange: Exchange): Json {
  const body = exchange.response?.body;
  assert.ok(body?.kind === 'json');
  return body.value;
}

test('card data is masked where the contract lets it travel, with the facts proved first', () => {
  const raw = callOf('getCardDetails', 'GET', '/cards/7/details', {
    answered: {
      cardId: 7,
      cardNumber: Number(pan),
      expMonth: '01',
      expYear: 2030,
      cvv: 123,
      maskedCardNumber: '************1111',
    },
  });
  const { exchange, redactions } = maskExchange(raw, secretsOfRun());
  const value = answered(exchange) as Readonly<Record<string, string>>;
  assert.match(value['cardNumber'] ?? '', /^\[masked:pan:[a-p]{8}:1111\]$/);
  assert.equal(value['maskedCardNumber'], '************1111');
  assert.equal(value['cardId'], 7);
  const number = redactions.find(({ pointer }) => pointer === '/response/body/value/cardNumber');
  assert.deepEqual(
    { ...number, label: null },
    {
      ...{ exchangeId: 'x-000001', pointer: '/response/body/value/cardNumber', rule: 'card-number', kind: 'pan' },
      ...{ label: null, length: '16', place: 'axys-certify' },
      facts: { jsonType: 'number', digitsOnly: true, luhnValid: true, cardNumber: true },
    },
  );
  assert.equal(redactions.find(({ kind }) => kind === 'cvv')?.length, '3');
});

test('a secret learned from the answer is masked in the request, the findings and later texts', () => {
  const secrets = secretsOfRun();
  const raw = callOf('subscribeOtp', 'POST', '/otp/listeners', {
    sent: { note: 'lst_0123456789abcdef' },
    answered: { token: 'lst_0123456789abcdef', expiresAt: null },
  });
  const finding: Finding = {
    rule: 'r',
    level: 'review',
    message: 'got lst_0123456789abcdef',
    ...{ expected: '', received: '', where: '', contract: '', source: '', questions: [], cause: '' },
    provenance: 'documented',
  };
  const { exchange } = maskExchange({ ...raw, judgement: { outcome: 'violating', findings: [finding] } }, secrets);
  assert.equal(JSON.stringify(exchange).includes('lst_'), false);
  const polled = maskExchange(callOf('getOtp', 'GET', '/otp/lst_0123456789abcdef', { answered: {} }), secrets).exchange;
  const { token } = answered(exchange) as { readonly token: string };
  assert.equal(polled.request.path, `/otp/${token}`);
  assert.equal(polled.request.url, `https://127.0.0.1/v2/otp/${token}`);
});

test('a 3-DS code is masked, the code of a refusal stays', () => {
  const secrets = secretsOfRun();
  const code = (exchange: Exchange) =>
    (answered(maskExchange(exchange, secrets).exchange) as { readonly code: string }).code;
  assert.match(
    code(callOf('getOtp', 'GET', '/otp/t', { answered: { status: 'received', code: '847291' } })),
    /^\[masked:otp/,
  );
  assert.match(
    code(callOf('getOtp', 'GET', '/otp/t', { answered: { status: 'error', code: '1234' } })),
    /^\[masked:otp/,
  );
  const refusal = callOf('getCard', 'GET', '/cards/1', {
    status: 409,
    answered: { status: 'error', code: 'CARD_STATE' },
  });
  assert.equal(code(refusal), 'CARD_STATE');
  const numbered = callOf('getCard', 'GET', '/cards/1', { status: 409, answered: { status: 'error', code: '400123' } });
  assert.equal(code(numbered), '400123');
});

test('names are compared without case, at any depth, and inside texts', () => {
  const raw = callOf('getCard', 'GET', '/cards/1', {
    answered: {
      CVV: '999',
      list: [{ New_Pin: ['4321', { any: 8765 }] }],
      nested: JSON.stringify({ cvv: '999', other: 1 }),
      harmless: '{"a" : 1}',
    },
  });
  const text = JSON.stringify(maskExchange(raw, secretsOfRun()).exchange);
  for (const value of ['999', '4321', '8765']) assert.equal(text.includes(value), false);
  assert.ok(text.includes(String.raw`{\"a\" : 1}`));
});

test('a link keeps its host alone', () => {
  const link = 'https://kyc.invalid/session/abcdef123456789?t=zyxwv98765432';
  const raw = callOf('submitKyc', 'PUT', '/cardholders/1/kyc-submit', { answered: { applicationLink: link } });
  const secrets = secretsOfRun();
  const { applicationLink } = answered(maskExchange(raw, secrets).exchange) as { readonly applicationLink: string };
  assert.match(applicationLink, /^https:\/\/kyc\.invalid\/\[masked:link:[a-p]{8}\]$/);
  assert.equal(secrets.find('see zyxwv98765432').length, 1);
});

test('headers go by list; secret ones stay as labels and dropped ones are named', () => {
  const raw = callOf('getCard', 'GET', '/cards/1');
  const headers = { 'x-api-key': 'axk_secret', accept: 'application/json', cookie: 'a=b' };
  const { exchange, redactions } = maskExchange({ ...raw, request: { ...raw.request, headers } }, secretsOfRun());
  assert.deepEqual(Object.keys(exchange.request.headers), ['x-api-key', 'accept']);
  assert.match(exchange.request.headers['x-api-key'] ?? '', /^\[masked:api-key:/);
  assert.deepEqual(
    redactions.filter(({ kind }) => kind === 'header').map(({ pointer }) => pointer),
    ['/request/headers/cookie'],
  );
});

test('a number too large to be read exactly is masked', () => {
  const raw = callOf('getCard', 'GET', '/cards/1', { answered: { id: 6304000000000000000 } });
  assert.match(JSON.stringify(answered(maskExchange(raw, secretsOfRun()).exchange)), /^\{"id":"\[masked:pan/);
});
