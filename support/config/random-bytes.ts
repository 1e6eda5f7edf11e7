import { randomBytes } from 'node:crypto';

/** Draws that many bytes nobody can foresee; injected, so that ids and keys of a test are known. */
export type RandomBytes = (count: number) => Uint8Array;

/** The system's own source of randomness. */
export const systemRandomBytes: RandomBytes = (count) => randomBytes(count);
