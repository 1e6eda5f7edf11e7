/** A window of creation times, Unix seconds as text. */
export interface Window {
  readonly after: string;
  readonly before: string;
}

/** Seconds by which a window reaches past the instants it is meant for: clocks and bounds are not exact. */
export const slack = 5;

/** Seconds. */
export const day = 86_400;

/**
 * The time something was made in, the time from now on, and the day before, which has no second in common with the first.
 * `began` and `now` are Unix seconds of the target's own clock.
 */
export function windowsAround(began: number, now: number): readonly [Window, Window, Window] {
  return [
    { after: String(began), before: String(now + slack) },
    { after: String(now), before: String(now + slack) },
    { after: String(began - day), before: String(began - 1) },
  ];
}
