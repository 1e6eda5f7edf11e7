import { openPack } from '../../evidence/verify/open-pack.js';
import { hasEnded } from './ended-run.js';
import { readRunRecord, type RunRecord } from './run-record.js';

/** What lies in a run's folder: nothing a run goes on with, a run that can go on, or one of which nothing is left to do. */
export type LeftRun =
  | { readonly state: 'none' }
  | { readonly state: 'open' | 'ended'; readonly folder: string; readonly record: RunRecord };

/** What was left in a run's folder; null stands for a run that has no folder. RES-202 (78) when its record cannot be used. */
export async function leftRun(folder: string | null): Promise<LeftRun> {
  const record = folder === null ? null : await readRunRecord(folder);
  if (folder === null || record === null) return { state: 'none' };
  return { state: (await hasEnded(await openPack(folder), record)) ? 'ended' : 'open', folder, record };
}
