import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { manifestFiles } from '../../evidence/seal/manifest.js';
import { digestIn, openPack } from '../../evidence/verify/open-pack.js';
import { readMergedPlan } from '../../runner/merge/merged-plan.js';
import { isClosed } from '../../runner/resume/ended-run.js';
import { runOfWorker, type ParallelState } from './parallel-state.js';

/**
 * True where the run's pack is closed and made of the packs that its parts have now. A process that was killed over merging them
 * leaves none, half of one, or that of a time when the run had been stopped.
 */
export async function isPutTogether({ runId, of }: ParallelState, reports: string): Promise<boolean> {
  const folder = join(reports, 'runs', runId);
  if (!existsSync(folder)) return false;
  const pack = await openPack(folder);
  const merged = (await isClosed(pack)) ? await readMergedPlan(pack) : null;
  const digests: (string | null)[] = [];
  for (let index = 1; index <= of; index += 1)
    digests.push(await manifestDigest(await runOfWorker(reports, runId, index)));
  if (merged?.shards.length !== of) return false;
  return merged.shards.every(({ manifestSha256 }, at) => manifestSha256 === digests[at]);
}

async function manifestDigest(folder: string | null): Promise<string | null> {
  if (folder === null) return null;
  const pack = await openPack(folder);
  if (pack.file(manifestFiles.json) === null) return null;
  return digestIn(pack, manifestFiles.json);
}
