import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { environmentVariables } from './environment-variables.js';
import { nearest, nearestFew } from './nearest.js';

const names = environmentVariables.map(({ name }) => name);

for (const [word, meant] of [
  ['AXYS_CERT', 'AXYS_CERT_PATH'],
  ['axys_cert', 'AXYS_CERT_PATH'],
  ['AXYS_PRODUCTION', 'AXYS_PRODUCTION_ENV_FILE'],
  ['AXYS_APIKEY', 'AXYS_API_KEY'],
  ['AXYS_EVN', 'AXYS_ENV'],
] as const) {
  test(`${word} is nearest to ${meant}`, () => {
    assert.equal(nearest(word, names), meant);
  });
}

test('what begins with the word comes before what is only spelt alike, and is itself nearest to itself', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), (name, length) => {
      const word = name.slice(0, 1 + (length % name.length));
      assert.ok(nearest(word, names).startsWith(word));
      assert.equal(nearest(name, names), name);
      assert.ok(nearestFew(word, names).split(', ').includes(nearest(word, names)));
    }),
  );
});
