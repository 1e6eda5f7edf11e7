import type { Opening, Reading, Sighted } from '../facts/money-facts.js';
import type { Amounts, HolderId } from '../holder.js';
import type { Leg } from '../movements/movement.js';

/** A leg that was posted. */
export interface PostedLeg {
  readonly leg: Leg;
  /** Signed minor units; another amount than the leg's own only after a conversion. */
  readonly delta: number;
  /** The exchange that proves it. */
  readonly seen: Sighted;
  /** `certain` by an answer or a record; `read` because a balance showed it. */
  readonly by: 'certain' | 'read';
}

/** A change of balance that the movements do not explain. */
export interface Residual extends Amounts {
  readonly holder: HolderId;
  /** The reading that shows it, and the one before; null for the first of all. */
  readonly reading: Reading;
  readonly before: Reading | null;
  /** What the same reading was put down to, and what had to be in it by then. */
  readonly chosen: readonly Leg[];
  readonly forced: readonly Leg[];
  /** What had been posted before, and what was still open. */
  readonly earlier: readonly PostedLeg[];
  readonly open: readonly Leg[];
}

/** A conversion that credited another amount than was sent. */
export interface Conversion {
  readonly leg: Leg;
  /** Signed minor units beside the amount sent. */
  readonly by: number;
  readonly reading: Reading;
}

/** A deposit that was booked in whole and of which a part became available. */
export interface Part {
  /** What was still to become available before, and what is left of it. */
  readonly leg: Leg;
  readonly rest: Leg;
  readonly reading: Reading;
}

/** Everything that was posted to one card or wallet. */
export interface HolderPosting {
  readonly holder: HolderId;
  readonly opened: Opening | null;
  /** Balances before the first movement, and the reading they come from; null where a fresh account starts at zero. */
  readonly opening: Amounts;
  readonly openingRead: Reading | null;
  readonly posted: readonly PostedLeg[];
  readonly residuals: readonly Residual[];
  readonly conversions: readonly Conversion[];
  readonly parts: readonly Part[];
  readonly readings: number;
  readonly last: Reading | null;
  /** Sums of what was posted up to the last reading, and of what is certain and was not read any more. */
  readonly moved: Amounts;
  readonly afterwards: Amounts;
  /** Legs that neither an answer nor a reading has shown. */
  readonly open: readonly Leg[];
}
