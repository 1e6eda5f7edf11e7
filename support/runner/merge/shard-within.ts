import type { PackFile } from '../../evidence/pack-files.js';
import { shardFolder } from '../../evidence/shard-places.js';
import { byPath } from '../../evidence/pack-files.js';
import type { OpenPack } from '../../evidence/verify/open-pack.js';
import { readManifest } from '../../evidence/verify/read-manifest.js';
import { packWithin } from '../carry/carried-files.js';
import { fileRange } from './file-range.js';
import { joinedStreams } from './joined-files.js';
import type { MergedShard } from './merged-plan.js';

/** A shard as it lies in a merged run, or in its own pack. */
export interface OpenShard {
  readonly claim: MergedShard;
  /** The shard as a pack of its own, without its views. */
  readonly pack: OpenPack;
  /** Bytes of each of its streams, as its manifest lists them. */
  readonly sizes: ReadonlyMap<string, number>;
}

/** Bytes of each stream of a pack, as its manifest lists them; 0 for one that it does not list. */
export async function streamSizes(pack: OpenPack): Promise<ReadonlyMap<string, number>> {
  const { files } = (await readManifest(pack)).manifest;
  const listed = new Map(files.map(({ path, bytes }) => [path, bytes]));
  return new Map(joinedStreams.map((path) => [path, listed.get(path) ?? 0]));
}

/**
 * The shards of a merged run, each as a pack of its own: its streams are stretches of the joined ones, as long as its own
 * signed manifest says. Throws VFY-302 for a shard without a manifest.
 */
export async function shardsWithin(pack: OpenPack, claims: readonly MergedShard[]): Promise<readonly OpenShard[]> {
  const taken = new Map(joinedStreams.map((path) => [path, 0]));
  const shards: OpenShard[] = [];
  for (const claim of claims) {
    const kept = packWithin(pack, shardFolder(claim.index));
    const sizes = await streamSizes(kept);
    const streams = joinedStreams.flatMap((path): PackFile[] => {
      const whole = pack.file(path);
      const [from, bytes] = [taken.get(path) ?? 0, sizes.get(path) ?? 0];
      taken.set(path, from + bytes);
      return whole === null ? [] : [fileRange(path, whole, from, bytes)];
    });
    const files = [...kept.files, ...streams].toSorted(byPath);
    const known = new Map(files.map((file) => [file.path, file]));
    shards.push({ claim, sizes, pack: { ...kept, files, file: (path) => known.get(path) ?? null } });
  }
  return shards;
}
