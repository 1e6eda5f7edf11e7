import { createHash } from 'node:crypto';

/** A UUID-shaped id that is the same for the same words, so that the same run writes the same files. */
export function stableUuid(...words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join('\u0000')).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
