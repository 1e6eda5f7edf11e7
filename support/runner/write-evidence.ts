import type { DecidedRun } from '../evidence/decided-run.js';
import type { EvidenceFolder } from '../evidence/evidence-folder.js';
import type { OpenPack } from '../evidence/verify/open-pack.js';
import type { DerivedRun } from '../views/derived-run.js';
import { recordedStreams } from '../evidence/recorded-streams.js';
import { deriveAndWrite, type ViewWritten } from '../views/write-views.js';

/**
 * Derives from the recording of a decided run what its views show, and writes them into its folder. `pack` is the same folder,
 * opened when the recorder was closed; `written` is told of each view that is in its place, and waited for.
 */
export async function writeEvidence(
  folder: EvidenceFolder,
  decided: DecidedRun,
  { pack, written }: { readonly pack: OpenPack; readonly written: ViewWritten },
): Promise<DerivedRun> {
  return deriveAndWrite(folder, decided, { recorded: recordedStreams(pack), written });
}
