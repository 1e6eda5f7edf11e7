import { createHash } from 'node:crypto';
import type { RandomBytes } from '../config/random-bytes.js';

/** Uniform numbers in [0, 1): mulberry32. Same seed, same numbers. Never for secrets. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Uniform numbers in [0, 1) of one stream: same seed and name, same numbers, whatever other streams have drawn. So a
 * scenario's people and amounts do not depend on which scenarios ran before it.
 */
export function createRandomStream(seed: number, name: string): () => number {
  const digest = createHash('sha256')
    .update(`${String(seed)}\n${name}`)
    .digest();
  return createRandom(digest.readUInt32BE(0));
}

/** A fresh seed, for targets that remember earlier runs. */
export function drawSeed(randomBytes: RandomBytes): number {
  return Buffer.from(randomBytes(4)).readUInt32BE();
}
