import type { Logger } from 'pino';
import type { Client } from '../client/client.js';
import type { Target } from '../target/target.js';
import type { OtherRun } from '../evidence/run-facts.js';
import { announceRun } from './announce-run.js';
import type { RunRequest } from './run-request.js';
import { canLookForRuns, readNewestCardholders, recentSeconds, runsOnTarget } from './runs-on-target.js';

/** With what other runs are looked for. */
export interface NoticeTools {
  readonly client: Client;
  readonly logger: Logger;
  /** True when this run is going to create something. */
  readonly creates: boolean;
}

const createdLately = `created cardholders in the last ${String(recentSeconds / 60)} minutes`;

/** What was noticed, and the announcement of this run. */
export interface NoticedRuns {
  readonly others: readonly OtherRun[];
  /** Withdraws the announcement. */
  release(): Promise<void>;
}

/**
 * Warns of other runs on the same Program, before the first creating call: those of this machine by their lock files,
 * those of other machines by what they created a moment ago. A warning and no refusal: two runs create twice as much and
 * see each other's objects in lists, and both may be meant. The caller releases the announcement when the run ends.
 */
export async function noticeOtherRuns(
  { runId, activeFolder, clock, progress }: Pick<RunRequest, 'runId' | 'activeFolder' | 'clock' | 'progress'>,
  target: Target,
  { client, logger, creates }: NoticeTools,
): Promise<NoticedRuns> {
  const startedAt = new Date(clock.now()).toISOString();
  const announced = await announceRun(activeFolder, target, { runId, startedAt });
  const here = announced.others.map((run) => ({
    runId: run.runId,
    where: `process ${String(run.pid)} of this machine`,
  }));
  const known = new Set(here.map((run) => run.runId.toLowerCase()));
  const there =
    creates && canLookForRuns(target)
      ? runsOnTarget(await readNewestCardholders(client), runId).filter((id) => !known.has(id))
      : [];
  const others = [...here, ...there.map((id) => ({ runId: id, where: createdLately }))];
  for (const other of others) {
    logger.warn({ otherRun: other.runId, where: other.where }, 'another run is active on this Program');
    progress.note(`Warning: another run uses this Program: ${other.runId} (${other.where})`);
  }
  return { others, release: () => announced.release() };
}
