import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { evidenceFolder } from '../../evidence/evidence-folder.js';
import { marksIn } from '../../evidence/journal/marks-in.js';
import { planFolder } from '../../evidence/journal/plan-differences.js';
import { breakSeal } from '../../evidence/seal/seal-pack.js';
import { freezePlan, type PlanSetting } from '../freeze-plan.js';
import type { RunRequest } from '../run-request.js';
import type { Recording } from '../open-recording.js';
import type { RecordedRun } from './recorded-run.js';
import { tellWeakerRules } from '../tell-weaker-rules.js';
import { writeRunRecord, type RunRecord } from './run-record.js';

/** What a run begins or goes on with. */
export interface Beginning extends PlanSetting {
  readonly record: RunRecord;
  /** What earlier parts of the run left; null for a new run. */
  readonly recorded: RecordedRun | null;
}

/**
 * The last thing before the first call: a new run freezes its plan and its record, a resumed one says what was kept and what
 * was cut. The seal and the decision of a run that was stopped go, because the run is being decided anew.
 */
export async function beginOrResume(request: RunRequest, recording: Recording, beginning: Beginning): Promise<void> {
  const { folder, runId, progress } = request;
  const { journal, logger } = recording;
  const { recorded } = beginning;
  // A run that died before the first line of its journal had frozen nothing yet.
  if (recorded === null || recorded.head.lines === 0) await begin(request, recording, beginning);
  if (recorded === null) return;
  await breakSeal(evidenceFolder(folder));
  await rm(join(folder, 'summary.json'), { force: true });
  const { kept, cuts } = recorded;
  await journal.checkpoint({ type: 'resumed', kept: kept.size, cuts });
  progress.note(`resuming ${runId}: ${String(kept.size)} ended scenario${kept.size === 1 ? ' is' : 's are'} kept`);
  for (const cut of cuts) {
    logger.warn(cut, 'a torn end of the record was cut');
    progress.note(`cut ${String(cut.bytes)} bytes from the torn end of ${cut.file}`);
  }
}

async function begin(
  { folder, runId, prepared, progress, secureFolder }: RunRequest,
  { journal, logger }: Recording,
  beginning: Beginning,
) {
  const { record } = beginning;
  tellWeakerRules(await freezePlan(evidenceFolder(folder), prepared, beginning), { logger, progress });
  await writeRunRecord(folder, record);
  // Who resumes after a power cut must find by what the calls were made. An embedded emulator would be gone as well.
  if (!record.embedded) await secureFolder(folder);
  const { shard, scenarios } = prepared.plan;
  await journal.commit({
    ...{ type: 'run-started', runId, scenarios: scenarios.length, seed: record.seed },
    ...(shard === undefined ? {} : { shard: shard.index }),
    plan: await marksIn(folder, planFolder),
  });
}
