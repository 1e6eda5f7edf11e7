import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { carriedFolder, carriedPlanFile } from '../../evidence/carried-places.js';
import type { EvidenceFolder } from '../../evidence/evidence-folder.js';
import { copiedChunks } from '../../evidence/pack-files.js';
import { writeJson } from '../../evidence/write-json.js';
import type { OpenPack } from '../../evidence/verify/open-pack.js';
import { isCarriedFile } from './carried-files.js';
import type { CarriedPlan } from './carried-plan.js';

/** Copies what a carried pack's verdicts rest on into the run that takes them over, byte for byte, and freezes the choice. */
export async function embedSource(folder: EvidenceFolder, pack: OpenPack, plan: CarriedPlan): Promise<void> {
  const below = join(folder.root, carriedFolder(plan.source.runId));
  for (const file of pack.files.filter(({ path }) => isCarriedFile(path))) {
    const place = join(below, file.path);
    await mkdir(dirname(place), { recursive: true });
    await pipeline(Readable.from(copiedChunks(file)), createWriteStream(place, { mode: 0o644 }));
  }
  await writeJson(folder, carriedPlanFile, { schema: 'carried', content: plan });
}
