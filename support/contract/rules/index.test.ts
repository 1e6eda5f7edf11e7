import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeRules } from './index.js';

test('the rules of the judge are these, in this order', () => {
  assert.deepEqual(
    judgeRules.map(({ id, part }) => `${part} ${id}`),
    [
      'exchange operation-known',
      'exchange sensitive-in-url',
      'exchange card-number-anywhere',
      'request request-parameters',
      'request request-body-schema',
      'request request-undocumented-member',
      'exchange response-present',
      'response status-documented',
      'response response-media-type',
      'response response-headers',
      'response response-body-json',
      'response response-body-schema',
      'response response-enum-value',
      'response error-envelope',
      'response response-undocumented-member',
      'response write-only-returned',
    ],
  );
});

test('every rule says what it demands', () => {
  for (const { title } of judgeRules) assert.match(title, /^[A-Z].+\.$/);
});
