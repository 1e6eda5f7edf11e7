import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EnvironmentName } from '../config/environment-name.js';
import { deriveClass } from './derive-class.js';
import type { TargetClass } from './target.js';

describe('deriveClass', () => {
  const rows: readonly (readonly [EnvironmentName, string, readonly string[], TargetClass])[] = [
    ['staging', 'staging.api.axyscards.com', ['203.0.113.7'], 'real'],
    ['staging', 'staging.api.axyscards.com', ['127.0.0.1'], 'loopback'],
    ['staging', 'mirror.example', ['203.0.113.7', '::1'], 'loopback'],
    ['production', '[::ffff:127.0.0.1]', ['::ffff:7f00:1'], 'loopback'],
    ['staging', '192.0.2.10', ['192.0.2.10'], 'loopback'],
    ['staging', '0.0.0.0', ['0.0.0.0'], 'loopback'],
    ['emulator', '127.0.0.1', ['127.0.0.1'], 'loopback'],
    ['emulator', 'emulator.example', ['203.0.113.7'], 'emulator'],
    ['staging', 'unresolvable.example', [], 'real'],
  ];
  for (const [environment, host, addresses, expected] of rows) {
    it(`${environment} on ${host} at ${addresses.join(', ') || 'nowhere'} is ${expected}`, async () => {
      const network = {
        addressesOf: () => Promise.resolve(addresses),
        ownAddresses: () => ['192.0.2.10'],
      };
      const derived = await deriveClass(environment, new URL(`https://${host}/v2`), network);
      assert.equal(derived.class, expected);
    });
  }
});
