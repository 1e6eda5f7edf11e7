import type { Clock } from '../../config/clock.js';
import type { DerivedRun } from '../../views/derived-run.js';
import type { Variation } from '../../emulator/variations/variation.js';
import type { Selection } from '../../runner/selection.js';
import type { Progress } from '../../runner/progress.js';
import { rowsOfEnvironment } from '../../runner/production-profile.js';
import type { FaultOrder } from './fault-run.js';

/** One run against an emulator of its own. */
export interface Trip extends Pick<FaultOrder, 'faults' | 'environment'> {
  readonly selection: Selection;
  /** What alters answers as they leave; nothing does when not given. */
  readonly around?: Variation;
  /** Told how the run advances; nobody when not given. */
  readonly progress?: Progress;
  /** Keeps the waits before a call is repeated; as ever when not given. */
  readonly retryClock?: Clock;
  /** Milliseconds that one call may take; as ever when not given. */
  readonly answerWithinMs?: number;
}

/** Looks at a run that has ended, in its folder, before both are gone. */
export type Look<T> = (run: DerivedRun, folder: string) => T | Promise<T>;

/** The run that an order asks for. */
export function tripOf({ faults, rows, environment }: FaultOrder): Trip {
  const limits = rowsOfEnvironment(environment);
  const tags = limits === null ? rows.map((row) => `@${row}`).join(' or ') : null;
  return { faults, environment, selection: { tags, scenarioId: null, rows: limits, order: 'defined' } };
}
