import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMasker } from './mask-record.js';
import { createSecrets } from './secrets.js';

const mask = (text: string): string => {
  const secrets = createSecrets({ key: new Uint8Array(32).fill(1), known: [{ kind: 'otp', value: '847291' }] });
  const masker = createMasker(secrets);
  const masked = masker.text(text);
  assert.equal(masker.text(masked), masked, 'masking twice changes nothing');
  return masked.replaceAll(/:[a-p]{8}/g, '');
};

const cases: readonly (readonly [string, string, string])[] = [
  ['a card number', 'card 4111111111111111.', 'card [masked:pan:1111].'],
  [
    'a card number in groups',
    'card 4111 1111 1111 1111, 3782-822463-10005',
    'card [masked:pan:1111], [masked:pan:0005]',
  ],
  ['groups with no-break spaces', 'card 4111\u00a01111\u00a01111\u00a01111.', 'card [masked:pan:1111].'],
  ['groups with dashes and spaces', '4111 – 1111 – 1111 – 1111', '[masked:pan:1111]'],
  [
    'groups with slashes, underscores, tabs',
    '4111/1111/1111/1111 4111_1111_1111_1111 4111\t1111\t1111\t1111',
    '[masked:pan:1111] [masked:pan:1111] [masked:pan:1111]',
  ],
  [
    'groups of a list, and two groups, to be safe',
    '4111,1111,1111,1111; 411111 1111111111',
    '[masked:pan:1111]; [masked:pan:1111]',
  ],
  ['digits of another script', '４１１１１１１１１１１１１１１１', '[masked:pan:1111]'],
  ['a period is no card number', '2026-11-22 - 2026-12-01', '2026-11-22 - 2026-12-01'],
  ['digits that fail the check digit', 'id 4111111111111112', 'id 4111111111111112'],
  ['digits inside an identifier', 'x4111111111111111', 'x4111111111111111'],
  ['a code learned earlier', 'the code 847291 came', 'the code [masked:otp] came'],
  ['part of a longer number', '18472910', '18472910'],
  ['a value behind its name', 'cvv: 123, newPin=4321', 'cvv: [masked:cvv], newPin=[masked:pin]'],
  ['a value in broken JSON', '{"cvv":"123","newPin":4321', '{"cvv":"[masked:cvv]","newPin":[masked:pin]'],
  ['a value in JSON inside JSON', '{\\"cvv\\":\\"123\\"', '{\\"cvv\\":\\"[masked:cvv]\\"'],
  ['a name without a value', 'the pin: changed', 'the pin: changed'],
  ['a credential behind its name', 'token=abc123def456', 'token=[masked:token]'],
  ['a word behind the name of a credential', 'expected token: string', 'expected token: string'],
  [
    'a private key',
    'k -----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY----- z',
    'k [masked:private-key] z',
  ],
  ['half a private key', '-----BEGIN PRIVATE KEY-----\nAAAA', '[masked:private-key]'],
];

for (const [title, text, expected] of cases) {
  test(`free text: ${title}`, () => {
    assert.equal(mask(text), expected);
  });
}

test('free text: a hostile text ends too', () => {
  // Where the time grew with the square of the length, each of them took minutes.
  const hostile = ['secret='.repeat(150_000), `cvv${' '.repeat(1_000_000)}`];
  for (const text of hostile) assert.equal(mask(text).length > 0, true, text.slice(0, 10));
});
