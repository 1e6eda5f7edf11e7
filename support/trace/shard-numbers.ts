/** Shards of one plan, at most: ids of exchanges keep nine digits, and those of embedded emulators stay below 2^31. */
export const mostShards = 99;

/** Ids that one shard may give out of each kind. */
const numbersPerShard = 1_000_000;

/**
 * The number before the first exchange and connection of a shard (counted from 1); 0 for a run that is no shard. Every shard
 * has a range of its own, so that their evidence can be joined without renaming anything: `x-102000001` is the first
 * exchange of shard 2.
 */
export function numberBefore(shard: number | null): number {
  return shard === null ? 0 : (mostShards + 1 + shard) * numbersPerShard;
}

/** The shard (counted from 1) whose range holds a number; null for the number of a run that is no shard. */
export function shardOfNumber(number: number): number | null {
  // The last number of a range belongs to it, and so does none of the next.
  const shard = Math.ceil(number / numbersPerShard) - 1 - (mostShards + 1);
  return shard >= 1 && shard <= mostShards ? shard : null;
}
