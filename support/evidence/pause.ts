/** A time in which a run stood still until somebody resumed it. Harness clock, ISO 8601. */
export interface Pause {
  readonly from: string;
  readonly to: string;
  /** True when the run was stopped in order; false when it broke off, which its last record tells. */
  readonly stopped: boolean;
}

/** Milliseconds of a pause; none where the clock was set back meanwhile. */
export function lengthOf({ from, to }: Pause): number {
  return Math.max(0, Date.parse(to) - Date.parse(from));
}
