import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { evidenceFolder } from '../../evidence/evidence-folder.js';
import { breakSeal } from '../../evidence/seal/seal-pack.js';
import type { RunRequest } from '../run-request.js';
import type { Recording } from '../open-recording.js';
import type { RecordedRun } from './recorded-run.js';
import { writeRunRecord, type RunRecord } from './run-record.js';

/**
 * The last thing before the first call: a new run freezes its record, a resumed one says what was kept and what was cut.
 * The decision of a run that was stopped goes, because the run is being decided anew.
 */
export async function beginOrResume(
  { folder, runId, prepared, progress }: RunRequest,
  { journal, logger }: Recording,
  record: RunRecord,
  recorded: RecordedRun | null,
): Promise<void> {
  if (recorded === null) {
    await writeRunRecord(folder, record);
    const scenarios = prepared.plan.scenarios.length;
    await journal.commit({ type: 'run-started', runId, scenarios, seed: record.seed });
    return;
  }
  await breakSeal(evidenceFolder(folder));
  await rm(join(folder, 'summary.json'), { force: true });
  const { kept, cuts } = recorded;
  await journal.commit({ type: 'resumed', kept: kept.size, cuts });
  progress.note(`resuming ${runId}: ${String(kept.size)} scenarios are kept as they ended`);
  for (const cut of cuts) {
    logger.warn(cut, 'a torn end of the record was cut');
    progress.note(`cut ${String(cut.bytes)} bytes from the torn end of ${cut.file}`);
  }
}
