import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Target } from '../target/target.js';
import { activeRunsIn, takeRunLock, type ActiveRun, type LockRequest } from './active-run.js';

/** What two runs on the same Program have in common. */
type Place = Pick<Target, 'class' | 'baseUrl' | 'profile'>;

/** A run that has told the other runs of this machine that it is under way. */
export interface AnnouncedRun {
  /** The other runs of this machine on the same Program, oldest first. */
  readonly others: readonly ActiveRun[];
  /** Withdraws the announcement; safe to call twice. */
  release(): Promise<void>;
}

/**
 * Announces a run in a folder that the runs of this machine share, and lists the others on the same base URL and Program.
 * An embedded emulator is nobody else's: nothing is announced then. Throws ACT-101 and ACT-102.
 */
export async function announceRun(folder: string, place: Place, request: LockRequest): Promise<AnnouncedRun> {
  if (place.class === 'emulator') return { others: [], release: () => Promise.resolve() };
  const prefix = placeHash(place);
  const { lock } = await takeRunLock(join(folder, `${prefix}.${request.runId}.json`), request);
  const all = await activeRunsIn(folder, prefix, request.processes);
  return {
    others: all.filter(({ runId }) => runId !== request.runId),
    release: async () => lock?.release(),
  };
}

/** A short name of base URL and Program that says neither. */
function placeHash({ baseUrl, profile }: Place): string {
  return createHash('sha256')
    .update(`${baseUrl.href}\n${String(profile.programId)}`)
    .digest('hex')
    .slice(0, 16);
}
