/** Below the folder of a shard: the frozen plan of all shards, and which of them it is. */
export const shardPlanFile = 'plan/shard.json';

/** Below the folder of a merged run: the plan its shards share, and which packs they were. */
export const mergedPlanFile = 'plan/merged.json';

/** Folder with what remains of each shard in a merged run beside the joined streams. */
export const shardsRoot = 'shards/';

/** Where a shard (counted from 1) lies below the run it was merged into. */
export function shardFolder(index: number): string {
  return `${shardsRoot}${String(index)}/`;
}
