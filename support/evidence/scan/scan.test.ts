import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { luhn } from '../../card-data/card-number.js';
import type { PackFile } from '../pack-files.js';
import { scanForCardData } from './card-data-scan.js';
import { scanStream } from './scan-stream.js';
import { searchedValues } from './searched-values.js';

const nothing = searchedValues([]);

/** A made-up number with the prefix of an issuer and a check digit. */
const cardNumber = fc
  .tuple(fc.constantFrom('4', '52', '2221', '6011'), fc.stringMatching(/^\d{15}$/))
  .map(([prefix, rest]) => `${prefix}${rest}`.slice(0, 15))
  .map((body) => `${body}${Array.from('0123456789').find((digit) => luhn(`${body}${digit}`)) ?? ''}`);

const secret = fc.stringMatching(/^[A-Za-z0-9!$%&"\\/=?+~é-]{8,60}$/);

/** Every encoding a value may be wrapped in, alone and inside another. */
const encodings: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  json: (text) => JSON.stringify({ a: `"${text}"\n` }),
  'json in json in json': (text) => JSON.stringify({ a: JSON.stringify({ b: JSON.stringify(`\n${text}\n`) }) }),
  'json escapes': (text) =>
    `"${Array.from(text)
      .map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('')}"`,
  percent: (text) => `?q=${encodeURIComponent(`${text} `)}`,
  'percent, every byte': (text) => Buffer.from(text).toString('hex').replace(/../g, '%$&'),
  html: (text) => `<p>${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}</p>`,
  'html, every character': (text) =>
    Array.from(text)
      .map((one) => `&#x${one.charCodeAt(0).toString(16)};`)
      .join(''),
  base64: (text) => Buffer.from(`to ${text}.`).toString('base64'),
  base64url: (text) => Buffer.from(`? ${text} ?`).toString('base64url'),
  'base64 behind a path': (text) => `abc/de-${Buffer.from(`{"x":"${text}"}`).toString('base64')}`,
  'json in base64': (text) => Buffer.from(JSON.stringify({ a: `\n${text}` })).toString('base64'),
  'base64 in json in html': (text) => `&quot;${Buffer.from(`=${text}=`).toString('base64')}&quot;`,
};

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield await Promise.resolve(bytes.subarray(from, from + size));
}

const surroundings = fc.tuple(fc.nat(3000), fc.nat(3000), fc.integer({ min: 1, max: 900 }));
// Words of our own, as they fill a pack: none of them is a secret.
const filler = '{"id":"x-000001","at":"2026-11-21T06:47:43.130Z","to":"0x52908400098527886E0F7030069857D2E4169EE7"} ';

function around(text: string, before: number, after: number): Buffer {
  const fill = (length: number) => filler.repeat(Math.ceil(length / filler.length)).slice(0, length);
  return Buffer.from(`${fill(before)}, ${text} ,${fill(after)}`);
}

for (const [name, encode] of Object.entries(encodings)) {
  test(`finds a card number it was not told of: ${name}, anywhere, across chunks`, async () => {
    await fc.assert(
      fc.asyncProperty(cardNumber, surroundings, async (number, [before, after, size]) => {
        const bytes = around(encode(number), before, after);
        const { hits } = await scanStream(inChunks(bytes, size), { known: nothing, overlap: 700 });
        assert.ok(hits.some(({ rule }) => rule === 'card-number'));
      }),
      { numRuns: 40 },
    );
  });

  test(`finds a secret of the run: ${name}, anywhere, across chunks`, async () => {
    await fc.assert(
      fc.asyncProperty(secret, surroundings, async (value, [before, after, size]) => {
        const known = searchedValues([{ kind: 'api-key', value }]);
        const bytes = around(encode(`x${value}y`), before, after);
        const { hits } = await scanStream(inChunks(bytes, size), { known, overlap: 1500 });
        assert.ok(hits.some(({ rule }) => rule === 'known-secret'));
      }),
      { numRuns: 40 },
    );
  });
}

const planted: readonly [string, string, string][] = [
  ['a number in groups', 'no. 4111 1111 1111 1111 ok', 'card-number-grouped'],
  ['a number in groups with hyphens', '4111-1111-1111-1111', 'card-number-grouped'],
  ['an American Express number in groups', '3782 822463 10005', 'card-number-grouped'],
  ['a security code', '{"cvv": 123}', 'secret-member'],
  ['a PIN as text', '{"newPin":"4321"}', 'secret-member'],
  ['a PIN under another spelling', '{"new_pin":"4321"}', 'secret-member'],
  ['a PIN in nested JSON', JSON.stringify({ body: '{"pin":"4321"}' }), 'secret-member'],
  ['a one-time code', '{"otp":"123456"}', 'secret-member'],
  ['a one-time code called code', '{"status":"success","code":"123456"}', 'one-time-code-member'],
  ['a security code in base64', Buffer.from('{"cvv":"123"}').toString('base64'), 'secret-member'],
];

for (const [name, text, rule] of planted) {
  test(`finds ${name}`, async () => {
    const { hits } = await scanStream(inChunks(Buffer.from(text), 7), { known: nothing });
    assert.deepEqual(new Set(hits.map((hit) => hit.rule)), new Set([rule]));
  });
}

const harmless: readonly [string, string][] = [
  ['a label', '{"cardNumber":"[masked:pan:lbaaioci:1891]","cvv":"[masked:cvv:ngnbncnl]"}'],
  ['facts of the ledger', '{"facts":{"cardNumber":true},"length":"16"}'],
  ['a refusal', '{"status":"error","code":400123,"message":"no"}'],
  ['a refusal by word', '{"status":"error","code":"refused_by_state"}'],
  ['a digest', 'ccc6e60d68ee29ed78041ab0f5b1816b4111111111111111c84b342979aaaaaa'],
  ['a trace id', '00-506bea0f578f65a15c209768cf17ab5e-a411111111111111-01'],
  ['a UUID of digits', '41111111-1111-4111-8111-411111111111'],
  ['a time in milliseconds', '{"start":1763707662000,"stop":1763707662531}'],
  ['an Ethereum address', '0x4111111111111111098527886E0F7030069857D2'],
  ['a Bitcoin address', 'bc1q4111111111111111garyrvkr0srrr5xf4mdq'],
  ['the bounds of a card number in the contract', '{"minimum":1000000000000000,"exclusiveMaximum":10000000000000000}'],
  ['a part of a word in another script', '中4111111111111111'],
];

for (const [name, text] of harmless) {
  test(`leaves ${name} alone`, async () => {
    assert.deepEqual((await scanStream(inChunks(Buffer.from(text), 9), { known: nothing })).hits, []);
  });
}

test('finds a number of the run inside other characters and in unusual groups', async () => {
  const known = searchedValues([{ kind: 'pan', value: '4111111111111111' }]);
  for (const text of ['abc4111111111111111def', '41-1111-1111111-111']) {
    const { hits } = await scanStream(inChunks(Buffer.from(text), 5), { known });
    assert.ok(hits.some(({ rule }) => rule.startsWith('known-secret')));
  }
});

test('says where: rule, file, offset, encodings; never the value', async () => {
  const text = '{"a":"\\n4111111111111111"}';
  const file: PackFile = { path: 'logs/run.ndjson', open: () => inChunks(Buffer.from(text), 4) };
  const scan = await scanForCardData([file], { known: nothing });
  assert.equal(scan.outcome, 'hit');
  assert.deepEqual(scan.hits, [{ rule: 'card-number', file: 'logs/run.ndjson', offset: 8, layer: 'raw>json' }]);
  assert.deepEqual([scan.files, scan.bytes], [1, text.length]);
  assert.ok(!JSON.stringify(scan).includes('4111111111111111'));
});

test('finds a number in the name of a file, and does not repeat the name', async () => {
  const file: PackFile = { path: 'a/4111111111111111.json', open: () => inChunks(Buffer.from('{}'), 4) };
  const scan = await scanForCardData([file], { known: nothing });
  assert.equal(scan.outcome, 'hit');
  assert.ok(!JSON.stringify(scan).includes('4111111111111111'));
});

test('says which rules were not applied because nobody knew the secrets', async () => {
  const { rules, outcome } = await scanForCardData([], { known: nothing });
  assert.equal(outcome, 'clean');
  assert.deepEqual(
    rules.filter(({ applied }) => !applied).map(({ id }) => id),
    ['known-secret', 'known-secret-grouped'],
  );
});
