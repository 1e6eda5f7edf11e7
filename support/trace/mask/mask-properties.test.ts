import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { luhn } from '../../card-data/card-number.js';
import type { Exchange, Json } from '../exchange.js';
import { callOf } from '../test-kit/exchange-of.js';
import { maskExchange } from './mask-exchange.js';
import { redactionProblems } from './redaction-problems.js';
import { createSecrets } from './secrets.js';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
// A prefix no other generated value has, and a body of digits completed to a valid card number.
const pans = digits(11).map((body) => {
  const stem = `4929${body}`;
  const check = Array.from('0123456789').find((digit) => luhn(stem + digit)) ?? '0';
  return stem + check;
});

interface Planted {
  readonly pan: string;
  readonly cvv: string;
  readonly pin: string;
  readonly otp: string;
  readonly apiKey: string;
  readonly token: string;
}

// Digits 5 to 9 only for the short ones, letters Q to Z for the long ones: what is around them has neither.
const planted: fc.Arbitrary<Planted> = fc.record({
  pan: pans,
  cvv: fc.stringMatching(/^[5-9]{3}$/),
  pin: fc.stringMatching(/^[5-9]{4}$/),
  otp: fc.stringMatching(/^[5-9]{6}$/),
  apiKey: fc.stringMatching(/^[Q-Z]{24}$/),
  token: fc.stringMatching(/^[Q-Z]{20}$/),
});

const noise = fc.jsonValue({ maxDepth: 3, stringUnit: fc.constantFrom('a', 'b', ' ', '"', '\\', '{', '[', ':', '/') });

function plant(secret: Planted, around: Json, upper: boolean): Exchange {
  const name = (text: string) => (upper ? text.toUpperCase() : text);
  const card = { [name('cvv')]: secret.cvv, [name('newPin')]: Number(secret.pin), [name('cardNumber')]: secret.pan };
  const raw = callOf('getOtp', 'GET', `/otp/${secret.token}`, {
    sent: { around, list: [card, { deep: { currentPin: secret.pin, apiKey: secret.apiKey } }] },
    answered: {
      ...{ code: secret.otp, card, token: secret.token, around },
      ...{
        nested: JSON.stringify({ card, around }),
        text: `pan ${secret.pan} code ${secret.otp} token ${secret.token}`,
      },
    },
  });
  return {
    ...raw,
    request: { ...raw.request, headers: { 'x-api-key': secret.apiKey } },
    failure: { class: 'reset', detail: `key ${secret.apiKey}` },
  };
}

/** All of an exchange but the fields that are ours: times, ids, labels. */
function contentOf({ request, response, failure }: Exchange): string {
  return JSON.stringify({ request, response, failure }).replace(/\[(?:masked|synthetic):[^\]]*\]/g, '');
}

const cases = fc.tuple(planted, noise as fc.Arbitrary<Json>, fc.boolean());
const mask = (exchange: Exchange) => maskExchange(exchange, createSecrets({ key: new Uint8Array(32).fill(5) }));

test('no card number, CVV, PIN, code, key or token survives masking', () => {
  fc.assert(
    fc.property(cases, ([secret, around, upper]) => {
      const clean = contentOf(mask(plant({ ...secret, cvv: '555' }, null, upper)).exchange);
      const content = contentOf(mask(plant(secret, around, upper)).exchange);
      assert.equal(clean.includes('555'), false);
      for (const value of [secret.pan, secret.otp, secret.apiKey, secret.token]) {
        assert.equal(content.includes(value), false, 'a secret survived');
      }
    }),
    { numRuns: 150 },
  );
});

test('short secrets do not survive where nothing else has digits', () => {
  fc.assert(
    fc.property(planted, fc.boolean(), (secret, upper) => {
      const content = contentOf(mask(plant(secret, 'x', upper)).exchange);
      for (const value of [secret.cvv, secret.pin]) assert.equal(content.includes(value), false, 'a secret survived');
    }),
    { numRuns: 150 },
  );
});

test('masking twice is masking once, and leaves nothing to note', () => {
  fc.assert(
    fc.property(cases, ([secret, around, upper]) => {
      const secrets = createSecrets({ key: new Uint8Array(32).fill(5) });
      const once = maskExchange(plant(secret, around, upper), secrets).exchange;
      assert.deepEqual(maskExchange(once, secrets).exchange, once);
    }),
    { numRuns: 150 },
  );
});

test('objects, arrays and member names keep their places', () => {
  fc.assert(
    fc.property(cases, ([secret, around, upper]) => {
      const raw = plant(secret, around, upper);
      assert.deepEqual(skeletonOf(mask(raw).exchange.response?.body as Json), skeletonOf(raw.response?.body as Json));
    }),
    { numRuns: 100 },
  );
});

function skeletonOf(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => skeletonOf(item));
  if (typeof value !== 'object' || value === null) return value === null ? null : 'scalar';
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, skeletonOf(member)]));
}

test('each label has its line in the ledger, each line its label, and no change to either goes unnoticed', () => {
  fc.assert(
    fc.property(cases, fc.nat(), ([secret, around, upper], chosen) => {
      const { exchange, redactions } = mask(plant(secret, around, upper));
      assert.deepEqual(redactionProblems(exchange, redactions), []);
      const index = chosen % redactions.length;
      const dropped = redactions.filter((_, at) => at !== index);
      const twice = [...redactions, ...redactions.slice(index, index + 1)];
      const header = redactions[index]?.label === null;
      assert.equal(redactionProblems(exchange, dropped).length, header ? 0 : 1, 'a line that is missing is found');
      assert.equal(redactionProblems(exchange, twice).length, header ? 0 : 1, 'a line that was added is found');
      const bare = JSON.parse(JSON.stringify(exchange).replace(/\[masked:pan:[a-p]{8}:\d{4}\]/, 'x')) as Exchange;
      assert.equal(redactionProblems(bare, redactions).length, 1, 'a label that was taken out is found');
    }),
    { numRuns: 100 },
  );
});

test('no digits of a card number beyond its last four survive', () => {
  fc.assert(
    fc.property(planted, fc.boolean(), (secret, upper) => {
      const content = contentOf(mask(plant(secret, 'x', upper)).exchange);
      for (let from = 0; from + 5 <= secret.pan.length; from += 1) {
        const piece = secret.pan.slice(from, from + 5);
        assert.equal(content.includes(piece), false, 'five digits of a card number survived');
      }
    }),
    { numRuns: 100 },
  );
});

test('labels are stable inside a run and differ between runs', () => {
  const key = fc.uint8Array({ minLength: 16, maxLength: 32 });
  fc.assert(
    fc.property(planted, key, key, (secret, one, other) => {
      fc.pre(Buffer.compare(one, other) !== 0);
      const [first, second] = [createSecrets({ key: one }), createSecrets({ key: other })];
      assert.equal(first.label('pan', secret.pan), first.learn('pan', secret.pan.replace(/(\d{4})(?=\d)/g, '$1 ')));
      assert.notEqual(first.label('cvv', secret.cvv), second.label('cvv', secret.cvv));
      assert.notEqual(first.label('cvv', '1234'), first.label('pin', '1234'), 'a label says its kind');
    }),
  );
});
