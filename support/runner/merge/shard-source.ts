import { createHash } from 'node:crypto';
import { manifestFiles } from '../../evidence/seal/manifest.js';
import { checkSignature } from '../../evidence/verify/check-signature.js';
import { bytesOf, openPack, type OpenPack } from '../../evidence/verify/open-pack.js';
import type { VerifyRequest } from '../../evidence/verify/verify-pack.js';
import { errorsOf } from '../../messages/coded-error.js';
import { mergeIntegrityMessages } from '../../messages/merge-messages.js';
import { runRecordIn } from '../gate-facts.js';
import { readRecordedRun } from '../recompute/recorded-run.js';
import { verifyGivenPack } from '../recompute/verify-given-pack.js';
import { readShard } from '../shard/read-shard.js';
import type { GivenShard } from './merge-problem.js';
import { readContainer } from './read-container.js';
import { streamSizes, type OpenShard } from './shard-within.js';

const unsound = errorsOf(mergeIntegrityMessages, 'integrity');

/** A verified pack that may be a shard: what it says, and what it is made of. */
export interface ShardSource {
  readonly given: GivenShard;
  readonly open: OpenShard;
}

/**
 * Opens a pack and verifies all of it, as `verify` does. Throws VFY-101 (64) when there is none, and MRG-301 (4) when
 * anything in it does not hold.
 */
export async function openShardSource(place: string, build: VerifyRequest['build']): Promise<ShardSource> {
  const { pack, manifestSha256, keyId } = await verifyGivenPack(place, build, {
    // Which build it must be is for the plan to say.
    anyBuild: true,
    refuse: (found) => unsound('MRG-301', { pack: place, ...found }),
  });
  return sourceOf(pack, { manifestSha256, keyId });
}

/**
 * Opens the pack that a worker of this very run has just sealed. Deriving the merged run again checks its digests, its
 * signature and its journal, and every verdict from its exchanges. VFY-302 (4) for a pack that was not sealed.
 */
export async function openOwnShard(place: string): Promise<ShardSource> {
  const pack = await openPack(place);
  const { keyId } = await checkSignature(pack, null);
  const manifestSha256 = createHash('sha256')
    .update(await bytesOf(pack, manifestFiles.json))
    .digest('hex');
  return sourceOf(pack, { manifestSha256, keyId: keyId ?? '' });
}

async function sourceOf(
  pack: OpenPack,
  { manifestSha256, keyId }: { readonly manifestSha256: string; readonly keyId: string },
): Promise<ShardSource> {
  const [record, shard, { summary, facts }] = [
    await runRecordIn(pack),
    await readShard(pack),
    await readRecordedRun(pack),
  ];
  const { runId, startedAt } = record;
  const container = await readContainer(pack);
  return {
    given: { runId, keyId, adHocKey: facts.adHocKey, targetClass: summary.target.class, record, shard, container },
    open: {
      claim: { index: shard?.index ?? 0, runId, startedAt, manifestSha256, keyId },
      ...{ pack, sizes: await streamSizes(pack) },
    },
  };
}
