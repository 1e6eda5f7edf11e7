import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { EvidenceFolder } from '../../evidence/evidence-folder.js';
import { marksIn } from '../../evidence/journal/marks-in.js';
import { planFolder } from '../../evidence/journal/plan-differences.js';
import { copiedChunks, type PackFile } from '../../evidence/pack-files.js';
import { mergedPlanFile, shardFolder } from '../../evidence/shard-places.js';
import { openPack } from '../../evidence/verify/open-pack.js';
import { writeJson } from '../../evidence/write-json.js';
import { journalFile } from '../../trace/journal-file.js';
import { runRecordIn } from '../gate-facts.js';
import { isKeptFile, joinedStreams } from './joined-files.js';
import { journalLines } from './join-journal.js';
import type { MergedPlan } from './merged-plan.js';
import type { OpenShard } from './shard-within.js';
import { wholePlan } from './whole-plan.js';

/**
 * Writes into the folder of a merged run what it is made of: what is kept of each shard, the streams of all of them one behind
 * the other, the plan of the undivided run, and a journal that chains it all.
 */
export async function writeJoined(
  folder: EvidenceFolder,
  {
    runId,
    merged,
    shards,
  }: { readonly runId: string; readonly merged: MergedPlan; readonly shards: readonly OpenShard[] },
): Promise<void> {
  for (const { claim, pack } of shards) {
    const kept = pack.files.filter(({ path }) => isKeptFile(path));
    for (const file of kept) await copyFiles(folder, `${shardFolder(claim.index)}${file.path}`, [file]);
  }
  for (const path of joinedStreams) {
    const streams = shards.flatMap(({ pack }) => pack.file(path) ?? []);
    await copyFiles(folder, path, streams);
  }
  for (const [path, file] of await wholePlan(runId, merged.plan, shards)) {
    if ('text' in file) await folder.write(path, file.text);
    else await copyFiles(folder, path, [file.copy]);
  }
  await writeJson(folder, mergedPlanFile, { schema: 'merged', content: merged });
  const pack = await openPack(folder.root);
  const { startedAt: at, seed } = await runRecordIn(pack);
  const { length: scenarios } = merged.plan.conditions.scenarios;
  const plan = await marksIn(folder.root, planFolder);
  const beginning = { at, event: { type: 'run-started', runId, scenarios, seed, plan } } as const;
  await folder.writeStream(journalFile, journalLines(pack, beginning, shards));
}

/** Copies files one behind the other into one, byte for byte. */
async function copyFiles(folder: EvidenceFolder, path: string, files: readonly PackFile[]): Promise<void> {
  const place = join(folder.root, path);
  await mkdir(dirname(place), { recursive: true });
  const chunks = async function* (): AsyncGenerator<Buffer> {
    for (const file of files) yield* copiedChunks(file);
  };
  await pipeline(Readable.from(chunks()), createWriteStream(place, { mode: 0o644 }));
}
