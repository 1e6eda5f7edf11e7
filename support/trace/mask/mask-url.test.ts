import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MaskContext } from './mask-context.js';
import { maskPath, maskUrl } from './mask-url.js';
import { createSecrets } from './secrets.js';

const context: MaskContext = {
  secrets: createSecrets({ key: new Uint8Array(32).fill(1) }),
  ...{ operationId: null, oneTimeCodes: false, note: () => undefined },
};
const place = { pointer: '/request/url', side: 'request', member: null } as const;
const short = (text: string) => text.replaceAll(/:[a-p]{8}/g, '');

const paths: readonly (readonly [string, string])[] = [
  ['/otp/abc123', '/otp/[masked:token]'],
  ['/otp/listeners', '/otp/listeners'],
  ['/otp/listeners/abc123', '/otp/listeners/[masked:token]'],
  ['/cards/12/balance', '/cards/12/balance'],
  ['/cards/4111111111111111', '/cards/[masked:pan:1111]'],
];

for (const [path, expected] of paths) {
  test(`path ${expected}`, () => {
    const masked = maskPath(path, context, place);
    assert.equal(short(masked), expected);
    assert.equal(maskPath(masked, context, place), masked);
  });
}

test('a label that comes back percent-encoded is no secret to learn', () => {
  const noted: string[] = [];
  const secrets = createSecrets({ key: new Uint8Array(32).fill(2) });
  const noting: MaskContext = { ...context, secrets, note: ({ rule }) => noted.push(rule) };
  const [label, other] = [secrets.label('token', 'abc123'), secrets.label('api-key', 'k1')];
  const path = `/otp/${encodeURIComponent(label)}`;
  assert.equal(maskPath(path, noting, place), `/otp/${label}`);
  const query = `?apiKey=${encodeURIComponent(other)}`;
  assert.equal(
    maskUrl(`https://h.invalid${path}${query}`, noting, place),
    `https://h.invalid/otp/${label}?apiKey=${other}`,
  );
  assert.deepEqual([secrets.known(), secrets.searchable()], [0, []]);
  assert.deepEqual(noted, ['label-as-received', 'label-as-received', 'label-as-received']);
});

test('query values go by name and by content', () => {
  const masked = maskUrl('https://h.invalid/v2/x?limit=5&apiKey=k1&q=4111111111111111#f', context, place);
  assert.equal(short(masked), 'https://h.invalid/v2/x?limit=5&apiKey=[masked:api-key]&q=[masked:pan:1111]#f');
  assert.equal(maskUrl(masked, context, place), masked);
});
