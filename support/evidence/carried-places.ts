/** Below a run's folder: what it takes over from an earlier run, frozen before its first call. */
export const carriedPlanFile = 'plan/carried.json';

/** Folder of the evidence that was carried over; `verify` holds it against its own manifest. */
export const carriedRoot = 'carried/';

/** Where the evidence of a carried run lies below the pack that took it over. */
export function carriedFolder(runId: string): string {
  return `${carriedRoot}${runId}/`;
}
