/** A seeded source of numbers: same seed, same sequence. Not for secrets outside an emulator. */
export interface Random {
  /** Integer from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** Decimal digits. */
  digits(count: number): string;
  /** Characters of an alphabet. */
  text(alphabet: string, count: number): string;
  /** An independent source for a named subject, so that one subject's use does not shift another's. */
  fork(subject: string): Random;
}

/** Makes a source (mulberry32, 32 bits of state, seeded through an FNV-1a hash). */
export function createRandom(seed: number | string): Random {
  let state = hash(String(seed));
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const text = (alphabet: string, count: number): string =>
    Array.from({ length: count }, () => alphabet.charAt(integer(0, alphabet.length - 1))).join('');
  return {
    integer,
    text,
    digits: (count) => text('0123456789', count),
    fork: (subject) => createRandom(`${String(seed)}/${subject}`),
  };
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193);
  return value;
}
