import type { ShardPlace } from './test-script.js';

/** What comes after a shard, as one sentence. */
export function mergeNext({ index, of }: ShardPlace): string {
  return `Next: merge all ${String(of)} shards, of which this is number ${String(index)}: axys-certify merge RUN1 RUN2 ... (one RUN for each shard). The merged run says what is still to run.`;
}
