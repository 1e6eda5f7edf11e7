import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createClientIds } from './client-ids.js';

describe('client ids', () => {
  it('count exchanges from one', () => {
    const ids = createClientIds(() => new Uint8Array(8));
    assert.deepEqual([ids.exchange(), ids.exchange()], ['x-000001', 'x-000002']);
  });

  it('count on from those that are taken, exchanges and connections apart', () => {
    const ids = createClientIds(() => new Uint8Array(8), { exchange: 41, connection: 6 });
    assert.deepEqual([ids.exchange(), ids.connection(), ids.connection()], ['x-000042', 'c-000007', 'c-000008']);
  });

  it('never draw digits alone, which could be a card number', () => {
    const ids = createClientIds(() => Uint8Array.from([0x40, 0, 0, 0, 0, 0, 0, 2]));
    assert.match(ids.hex(8), /[a-f]/);
  });

  it('have the length asked for and a letter, whatever is drawn', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 16 }), (bytes) => {
        const hex = createClientIds(() => bytes).hex(bytes.length);
        return hex.length === bytes.length * 2 && /^[0-9a-f]*[a-f][0-9a-f]*$/.test(hex);
      }),
    );
  });
});
