import { recorderFiles } from '../../../trace/recorder-files.js';
import { ageInDays, type CarriedOver } from '../../../verdict/carried-over.js';
import { carriedRoot } from '../../../evidence/carried-places.js';
import type { RecordedStreams } from '../../../evidence/recorded-streams.js';

/** Where the evidence of a scenario comes from that this run did not run itself. */
export interface CarriedFrom {
  /** The run that ran it. */
  readonly runId: string;
  /** When that run began, ISO 8601. */
  readonly startedAt: string;
  /** Whole days between the beginnings of both runs; null when this run's is not recorded. */
  readonly days: number | null;
  /** Folder of that run's evidence in this pack, with a slash at its end; null when there is none. */
  readonly folder: string | null;
}

/** The origin of every scenario that was carried over, by scenario id. */
export function carriedScenarios(
  carried: CarriedOver | null,
  startedAt: string | null,
  recorded: Pick<RecordedStreams, 'filesIn'>,
): ReadonlyMap<string, CarriedFrom> {
  const files = carried === null ? [] : recorded.filesIn(carriedRoot);
  const folders = new Map<string, string | null>();
  const folderOf = (runId: string): string | null => {
    const end = `/${runId}/${recorderFiles.exchanges}`;
    const file = files.find((path) => `/${path}`.endsWith(end));
    return file === undefined ? null : file.slice(0, -recorderFiles.exchanges.length);
  };
  const origins = (carried?.scenarios ?? []).map(({ id, runId, startedAt: then }) => {
    if (!folders.has(runId)) folders.set(runId, folderOf(runId));
    const days = startedAt === null ? null : Math.floor(ageInDays(then, startedAt));
    return [id, { runId, startedAt: then, days, folder: folders.get(runId) ?? null }] as const;
  });
  return new Map(origins);
}
