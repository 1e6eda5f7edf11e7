import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Json } from './exchange.js';
import { setMember, type OpenObject } from './set-member.js';

test('builds what JSON says, whatever the names are', () => {
  const name = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '0', ''));
  fc.assert(
    fc.property(fc.dictionary(name, fc.jsonValue()), (members) => {
      const entries = Object.entries(members) as [string, Json][];
      const object: OpenObject = {};
      for (const [member, value] of entries) setMember(object, member, value);
      assert.equal(JSON.stringify(object), JSON.stringify(Object.fromEntries(entries)));
      assert.equal(Object.getPrototypeOf(object), Object.prototype);
    }),
  );
});
