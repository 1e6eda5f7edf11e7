/** A clock that stands still while the given one is set back: what is written down in order is in the order of its times. */
export function steadyTime(now: () => number): () => number {
  let latest = -Infinity;
  return () => (latest = Math.max(latest, now()));
}
