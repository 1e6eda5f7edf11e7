import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { randomStock } from './random-stock.js';

test('gives as many bytes as are asked for, from one draw for many', () => {
  const draws: number[] = [];
  const bytes = randomStock((count) => (draws.push(count), new Uint8Array(count)));
  for (let call = 0; call < 100; call += 1) assert.equal(bytes(16).length, 16);
  assert.equal(draws.length, 1);
});

test('gives no drawn byte twice', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 64 }), { maxLength: 300 }), (counts) => {
      const bytes = randomStock((count) => new Uint8Array(count));
      const given = new Map<ArrayBufferLike, Set<number>>();
      for (const count of counts) {
        const piece = bytes(count);
        assert.equal(piece.length, count);
        const seen = given.get(piece.buffer) ?? new Set<number>();
        given.set(piece.buffer, seen);
        for (let at = piece.byteOffset; at < piece.byteOffset + piece.length; at += 1) {
          assert.ok(!seen.has(at));
          seen.add(at);
        }
      }
    }),
  );
});

test('draws more than a stock on its own', () => {
  const draws: number[] = [];
  assert.equal(randomStock((count) => (draws.push(count), new Uint8Array(count)))(5000).length, 5000);
  assert.deepEqual(draws, [5000]);
});
