/** A scenario that an earlier run demonstrated. */
export interface CarriedScenario {
  readonly id: string;
  /** The run that really ran it; of evidence that was carried before, the first one. */
  readonly runId: string;
  /** When that run began, ISO 8601: the age of the evidence counts from here, however often it was carried. */
  readonly startedAt: string;
}

/** What the gate knows of evidence from an earlier run. */
export interface CarriedOver {
  /** The pack it was taken from. */
  readonly runId: string;
  readonly scenarios: readonly CarriedScenario[];
  /** Why it may not be carried into this run, as sentences; empty when it may. */
  readonly problems: readonly string[];
}

/** Evidence older than this, counted at the start of the run that takes it over, is never carried. */
export const oldestDays = 30;

const dayMs = 86_400_000;

/** Age in days of what began at `then`, when a run begins at `start` (both ISO 8601). Negative for the future. */
export function ageInDays(then: string, start: string): number {
  return (Date.parse(start) - Date.parse(then)) / dayMs;
}
