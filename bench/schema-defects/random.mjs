// Numbers that repeat for a seed: mulberry32.

/** A source of choices for a seed. */
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (least, most) => least + Math.floor(next() * (most - least + 1));
  const one = (list) => list[integer(0, list.length - 1)];
  const text = (alphabet, length) => Array.from({ length }, () => one([...alphabet])).join('');
  return { next, integer, one, text, chance: (share) => next() < share };
}
