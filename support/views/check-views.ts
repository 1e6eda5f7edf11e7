import { deriveRun } from './derived-run.js';
import { recordedStreams } from '../evidence/recorded-streams.js';
import { writeViews } from './write-views.js';
import type { DecidedRun } from '../evidence/decided-run.js';
import { verifyGuide, verifyGuideFile } from '../evidence/seal/verify-guide.js';
import { comparingFolder } from '../evidence/verify/comparing-folder.js';
import type { OpenPack } from '../evidence/verify/open-pack.js';
import { isRecordedPlace } from '../evidence/verify/recorded-places.js';
import type { Difference } from '../evidence/verify/verification.js';

/**
 * Makes every view of a run again from its pack and compares the bytes, so that a report, a ledger or a list that was forged
 * is found even when it was hashed and signed anew. A file that nobody makes is a difference too.
 */
export async function viewDifferences(pack: OpenPack, run: DecidedRun): Promise<Difference[]> {
  const folder = comparingFolder(pack);
  const recorded = recordedStreams(pack);
  await writeViews(folder, { run: await deriveRun(run, recorded), recorded });
  await folder.write(verifyGuideFile, verifyGuide);
  const unknown = pack.files.filter(({ path }) => !folder.made.has(path) && !isRecordedPlace(path));
  return [
    ...folder.against,
    ...unknown.map(({ path }) => ({ where: path, problem: 'neither the recording nor a view makes such a file' })),
  ];
}
